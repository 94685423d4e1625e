function fill(bytes: Uint8Array): void {
  bytes.fill(7);
}

const bytes = new Uint8Array(4);
fill(bytes);
console.log(bytes.length, bytes[3]);
