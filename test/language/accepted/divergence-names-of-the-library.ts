import { type u8 } from "ts2c";

const SEEK_SET: u8 = 11;
const M_PI: u8 = 3;
const BIG_ENDIAN: u8 = 12;
const FD_SETSIZE: u8 = 13;

function malloc(exp: u8): u8 {
  return exp;
}

function isnan(y1: u8): u8 {
  const fabs = y1;
  const memset = new Uint8Array(4);
  memset[0] = fabs;
  return memset[0];
}

function getline(index: u8): u8 {
  return index;
}

function floorf(random: u8): u8 {
  return random;
}

type Reader = (channel: u8) => u8;

function through(putc: Reader): u8 {
  return putc(4);
}

console.log(malloc(1), isnan(2), getline(3), floorf(4), through(getline));
console.log(SEEK_SET, M_PI, BIG_ENDIAN, FD_SETSIZE);
