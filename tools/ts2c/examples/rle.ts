/** Run-length coding (PackBits): runs and literals, as in TIFF and fax images. */
import { utf8, type Bytes, type int } from "ts2c";

export function pack(source: Bytes, target: Uint8Array): int {
  let read = 0;
  let written = 0;
  while (read < source.length) {
    let run = 1;
    while (run < 128 && read + run < source.length && source[read + run] === source[read]) {
      run++;
    }
    if (run >= 2) {
      if (written + 2 > target.length) {
        return -1;
      }
      target[written] = 257 - run;
      target[written + 1] = source[read];
      written += 2;
      read += run;
    } else {
      let end = read + 1;
      while (end < source.length && end - read < 128 && source[end] !== source[end - 1]) {
        end++;
      }
      const length = end - read;
      if (written + 1 + length > target.length) {
        return -1;
      }
      target[written] = length - 1;
      target.set(source.subarray(read, end), written + 1);
      written += 1 + length;
      read = end;
    }
  }
  return written;
}

export function unpack(source: Bytes, target: Uint8Array): int {
  let read = 0;
  let written = 0;
  while (read < source.length) {
    const header = source[read];
    read++;
    if (header < 128) {
      const length = header + 1;
      if (read + length > source.length || written + length > target.length) {
        return -1;
      }
      target.set(source.subarray(read, read + length), written);
      read += length;
      written += length;
    } else if (header > 128) {
      const length = 257 - header;
      if (read >= source.length || written + length > target.length) {
        return -1;
      }
      target.fill(source[read], written, written + length);
      read++;
      written += length;
    }
  }
  return written;
}

const packed = new Uint8Array(64);
const plain = new Uint8Array(64);

function show(text: string) {
  const source = utf8(text);
  const length = pack(source, packed);
  const back = unpack(packed.subarray(0, length), plain);
  let same = back === source.length;
  for (let i = 0; i < source.length; i++) {
    same = same && (plain[i] ?? 0) === source[i];
  }
  console.log("packed", text, length, back, same);
}

show("");
show("a");
show("aaaaaaaaaaaaaaaaaaaa");
show("abcdef");
show("abbcccddddeeeee");
show("0123456789012345678901234567890123456789012345678901234567890123456789");
console.log(unpack(utf8("\x05ab"), plain));
