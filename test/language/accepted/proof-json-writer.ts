import { type Bytes, type int, utf8, Writer } from "ts2c";

const buffer = new Uint8Array(40);
const out = new Writer(buffer);

function print(bytes: Bytes): void {
  let sum = 0;
  for (const byte of bytes) {
    sum = (sum * 31 + byte) % 1000003;
  }
  console.log(bytes.length, sum);
}

/** A field, or nothing of it where it does not fit. */
function field(name: Bytes, value: int): void {
  const mark = out.mark();
  out.byte(out.length() === 1 ? 32 : 44);
  out.jsonString(name);
  out.byte(58);
  out.decimal(value, 3);
  if (out.full() || out.length() + 1 > buffer.length) {
    out.reset(mark);
  }
}

out.byte(123);
field(utf8("a"), 1205);
field(utf8('q"\\\u0001'), -5);
field(utf8("much longer than what is left here"), 1);
field(utf8("b"), 0);
out.byte(125);
print(out.view());
console.log(out.full(), out.length());
out.clear();
out.int(-9007199254740991);
out.hex(utf8("\u007fz"));
out.text("é");
print(out.view());
out.text("more than the buffer can hold, so nothing of it");
console.log(out.full(), out.length());
