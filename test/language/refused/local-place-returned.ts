// TS2C0404 at 4:3
function make(): Uint8Array {
  const bytes = new Uint8Array(4);
  return bytes;
}

console.log(make().length);
