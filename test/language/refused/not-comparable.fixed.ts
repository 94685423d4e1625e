const a = new Uint8Array(2);
const b = new Uint8Array(2);

function same(): boolean {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

console.log("before", same());
b[1] = 1;
console.log("after", same());
