import { type u32 } from "ts2c";
const bytes = new Uint8Array(64);
for (let i = 0; i < bytes.length; i++) {
  bytes[i] = (i * 7) & 0xff;
}
function words(): u32 {
  let all: u32 = 0;
  for (let i = 0; i < 64; i += 4) {
    all = (all ^ ((bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3])) >>> 0;
  }
  console.log(all);
  for (let i = 60; i >= 0; i -= 4) {
    all = (all + bytes[i + 3]) >>> 0;
  }
  for (let i = 1; i <= 62; i += 3) {
    all = (all + bytes[i + 2]) >>> 0;
  }
  return all;
}
console.log(words());
