export function signalled(): void {
  console.log("no word of", "<signal.h>");
}

signalled();
