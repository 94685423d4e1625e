import { type Bytes, type int, utf8 } from "ts2c";

/** A decimal number in thousandths; −1 where it is none or too large. */
function thousandths(text: Bytes): int {
  let value = 0;
  let decimals = -1;
  for (const byte of text) {
    if (byte === 46 && decimals < 0) {
      decimals = 0;
    } else if (byte >= 48 && byte <= 57 && value <= 900000000000 && decimals < 3) {
      value = value * 10 + (byte - 48);
      if (decimals >= 0) {
        decimals++;
      }
    } else {
      return -1;
    }
  }
  for (let missing = Math.max(decimals, 0); missing < 3 && value <= 900000000000000; missing++) {
    value *= 10;
  }
  return value;
}

console.log(thousandths(utf8("9999999.999")), thousandths(utf8("0.5")), thousandths(utf8("12")));
console.log(thousandths(utf8("1.2.3")), thousandths(utf8("1.2345")), thousandths(utf8("")), thousandths(utf8("x")));
console.log(thousandths(utf8("999999999999999999999")));
