import { i16, i8, u16, u8, type int } from "ts2c";

const bytes = new Uint8Array(2);
const signed = new Int8Array(2);
const words = new Uint16Array(2);
const halves = new Int16Array(2);

function store(x: int): void {
  bytes[0] = u8(x);
  bytes[1] = u8.clamp(x);
  signed[0] = i8(x);
  signed[1] = i8.clamp(x);
  words[0] = u16(x);
  words[1] = u16.clamp(x);
  halves[0] = i16(x);
  halves[1] = i16.clamp(x);
  console.log(bytes[0], bytes[1], signed[0], signed[1], words[0], words[1], halves[0], halves[1]);
}

store(300);
store(-1);
store(40000);
store(-9007199254740991);
store(4294967296);
