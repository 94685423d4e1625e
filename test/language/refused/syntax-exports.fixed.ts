export const FIRST = 1;

export function one(): void {
  console.log("first", FIRST);
}

one();
