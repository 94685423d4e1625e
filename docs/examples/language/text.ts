import { type Bytes, type int, Writer } from "ts2c";

const memory = new Uint8Array(32);
const writer = new Writer(memory);

/** `{"kWh":1234.567}`, or nothing where it does not fit. */
export function message(wattHours: int): Bytes {
  writer.clear();
  writer.text('{"kWh":');
  writer.decimal(wattHours, 3);
  writer.byte(125);
  return writer.full() ? memory.subarray(0, 0) : writer.view();
}
