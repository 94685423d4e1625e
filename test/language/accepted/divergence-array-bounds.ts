import { type int } from "ts2c";

const bytes = new Uint8Array(4);

function read(i: int): int {
  if (i < 0 || i >= bytes.length) {
    return -1;
  }
  return bytes[i];
}

function write(i: int): void {
  if (i >= 0 && i < bytes.length) {
    bytes[i] = 9;
  }
}

write(3);
write(4);
write(-1);
console.log(read(3), read(4), read(-1), read(0), bytes[i31()] ?? 77);

function i31(): int {
  return 31;
}
