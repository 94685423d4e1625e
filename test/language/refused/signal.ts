// TS2C0104 at 2:1
export function signal(): void {
  console.log("a word of <signal.h>");
}

signal();
