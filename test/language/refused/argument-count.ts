// TS2C0602 at 7:28
import { type u8 } from "ts2c";

const bytes = new Uint8Array(4);

function go(): void {
  console.log(Math.abs(1), Math.min(), Math.imul(2, 3));
  bytes.fill(1);
}

go();
