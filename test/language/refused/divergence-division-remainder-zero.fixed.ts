import { type u16 } from "ts2c";

function mean(sum: u16, count: u16): u16 {
  return count === 0 ? 0 : Math.trunc(sum / count);
}

function rest(sum: u16, count: u16): u16 {
  return count > 0 ? sum % count : 0;
}

console.log(mean(9, 3), rest(9, 3), mean(9, 0), rest(9, 0), mean(65535, 2));
