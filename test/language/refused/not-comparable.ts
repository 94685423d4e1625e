// TS2C0208 at 5:13
const a = new Uint8Array(2);
const b = new Uint8Array(2);

console.log(a === b);
