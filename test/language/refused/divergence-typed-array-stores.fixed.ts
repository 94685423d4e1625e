import { type u16, u8 } from "ts2c";

const bytes = new Uint8Array(2);

function store(x: u16): void {
  bytes[0] = u8(x);
  bytes[1] = u8.clamp(x);
}

store(300);
console.log(bytes[0], bytes[1]);
