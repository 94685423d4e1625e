import { type u16, type u8 } from "ts2c";

type Filter = (value: u16) => u16;

function same(value: u16): u16 {
  return value;
}

function halved(value: u16): u16 {
  return value >> 1;
}

const FILTERS: readonly Filter[] = [same, halved];

export function filtered(value: u16, mode: u8): u16 {
  return FILTERS[mode & 1](value);
}
