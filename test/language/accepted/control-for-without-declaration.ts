import { type u8 } from "ts2c";
function bits(value: u8): void {
  let bit = 8;
  for (bit--; bit >= 0; bit--) {
    console.log(bit, (value >> bit) & 1);
  }
  for (bit = 5; bit < 7; bit++) {
    console.log(bit);
  }
}
bits(0xa5);
