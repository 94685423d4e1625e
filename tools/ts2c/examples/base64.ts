/** Base64 (RFC 4648, section 4), both ways, into a caller's bytes. */
import { constant, utf8, type Bytes, type i8, type int } from "ts2c";

const ALPHABET = utf8("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const PADDING = 0x3d;

/** The six bits that each byte stands for; −1 where it stands for none. */
const VALUES: readonly i8[] = constant(() => {
  const values = new Array<number>(256).fill(-1);
  [...ALPHABET].forEach((byte, index) => (values[byte] = index));
  return values;
});

/** Returns how many bytes were written, or −1 if the target is too small. */
export function encode(source: Bytes, target: Uint8Array): int {
  let at = 0;
  for (let i = 0; i < source.length; i += 3) {
    const group = (source[i] << 16) | ((source[i + 1] ?? 0) << 8) | (source[i + 2] ?? 0);
    if (at + 3 >= target.length) {
      return -1;
    }
    target[at] = ALPHABET[group >> 18];
    target[at + 1] = ALPHABET[(group >> 12) & 63];
    target[at + 2] = i + 1 < source.length ? ALPHABET[(group >> 6) & 63] : PADDING;
    target[at + 3] = i + 2 < source.length ? ALPHABET[group & 63] : PADDING;
    at += 4;
  }
  return at;
}

/** Returns how many bytes were written, or −1 if the source is no Base64 or the target is too small. */
export function decode(source: Bytes, target: Uint8Array): int {
  if (source.length % 4 !== 0) {
    return -1;
  }
  let end = source.length;
  while (end > 0 && source.length - end < 2 && source[end - 1] === PADDING) {
    end--;
  }
  let written = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < end; i++) {
    const value = VALUES[source[i]];
    if (value < 0 || written >= target.length) {
      return -1;
    }
    bits = (bits << 6) | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      target[written] = (bits >> count) & 0xff;
      written++;
      bits &= (1 << count) - 1;
    }
  }
  // RFC 4648, 3.5: the bits that are left over are zero.
  return bits === 0 ? written : -1;
}

const encoded = new Uint8Array(64);
const decoded = new Uint8Array(48);

function show(text: string) {
  const length = encode(utf8(text), encoded);
  const back = decode(encoded.subarray(0, length), decoded);
  console.log("base64:", text, length, back);
  for (const byte of encoded.subarray(0, length)) {
    console.log(byte);
  }
}

const TEXTS: readonly string[] = ["", "f", "fo", "foo", "foob", "fooba", "foobar"];

for (const text of TEXTS) {
  show(text);
}
console.log(
  decode(utf8("Zg="), decoded),
  decode(utf8("Z==="), decoded),
  decode(utf8("Zh=="), decoded),
  decode(utf8("Zm9*"), decoded),
);
