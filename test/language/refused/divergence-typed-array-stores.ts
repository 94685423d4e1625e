// TS2C0302 at 7:14
import { type u16 } from "ts2c";

const bytes = new Uint8Array(2);

function store(x: u16): void {
  bytes[0] = x;
}

store(300);
console.log(bytes[0]);
