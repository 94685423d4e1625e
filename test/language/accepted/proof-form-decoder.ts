import { type Bytes, type range, type u32, type u8, utf8, Writer } from "ts2c";

function hexDigit(c: u8): range<-1, 15> {
  if (c >= 48 && c <= 57) {
    return c - 48;
  }
  const lower = c | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** `a%20b+c` into the writer; false where an escape is none. */
function decode(text: Bytes, out: Writer): boolean {
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    if (c === 43) {
      out.byte(32);
    } else if (c === 37) {
      if (i + 2 >= text.length) {
        return false;
      }
      const high = hexDigit(text[i + 1]);
      const low = hexDigit(text[i + 2]);
      if (high < 0 || low < 0) {
        return false;
      }
      out.byte(high * 16 + low);
      i += 2;
    } else {
      out.byte(c);
    }
    i++;
  }
  return true;
}

/** Each `name=value` of a form. */
function form(text: Bytes, out: Writer): u32 {
  let fields: u32 = 0;
  let rest = text;
  while (rest.length > 0 && fields < 100) {
    const and = rest.indexOf(38);
    const field = and < 0 ? rest : rest.subarray(0, and);
    rest = and < 0 ? rest.subarray(rest.length) : rest.subarray(and + 1);
    const equals = field.indexOf(61);
    if (equals >= 0) {
      out.clear();
      console.log(decode(field.subarray(0, equals), out), out.length());
      console.log(decode(field.subarray(equals + 1), out), out.length(), out.full());
      fields++;
    }
  }
  return fields;
}

const buffer = new Uint8Array(12);
const writer = new Writer(buffer);
console.log(form(utf8("name=a%20b+c&pass=%zz&x=%4&&long=0123456789abcdef&none"), writer), form(utf8(""), writer));
console.log(decode(utf8("%e2%82%AC"), writer));
for (const byte of writer.view()) {
  console.log(byte);
}
