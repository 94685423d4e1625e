import { type u8 } from "ts2c";

type Op = (a: u8) => u8;

function half(a: u8): u8 {
  return a >> 1;
}

function use(): u8 {
  const chosen: Op = half;
  return chosen(4);
}

console.log("use", use());
