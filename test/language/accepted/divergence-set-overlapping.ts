const bytes = new Uint8Array(8);

function fill(): void {
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = i;
  }
}

function print(): void {
  console.log(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]);
}

fill();
bytes.set(bytes.subarray(0, 5), 3);
print();
fill();
bytes.set(bytes.subarray(3, 8));
print();
fill();
bytes.copyWithin(1, 0, 6);
print();
