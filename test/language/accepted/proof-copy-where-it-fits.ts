import { type Bytes, type u32, utf8 } from "ts2c";

function put(dst: Uint8Array, at: u32, src: Bytes): boolean {
  if (dst.length - at >= src.length) {
    dst.set(src, at);
    return true;
  }
  return false;
}

const target = new Uint8Array(6);
console.log(put(target, 0, utf8("abc")), put(target, 3, utf8("def")), put(target, 4, utf8("xyz")));
console.log(put(target, 6, utf8("")), put(target, 7, utf8("")), put(target, 4294967295, utf8("q")));
for (const byte of target) {
  console.log(byte);
}
