/** Morse code: a text to the times that a lamp is on and off, and back. */
import { constant, u32, utf8, type Bytes, type int, type u8 } from "ts2c";

const LETTERS = [
  ".-",
  "-...",
  "-.-.",
  "-..",
  ".",
  "..-.",
  "--.",
  "....",
  "..",
  ".---",
  "-.-",
  ".-..",
  "--",
  "-.",
  "---",
  ".--.",
  "--.-",
  ".-.",
  "...",
  "-",
  "..-",
  "...-",
  ".--",
  "-..-",
  "-.--",
  "--..",
];

/** Each letter as a number: a 1, then a 0 for each dot and a 1 for each dash. */
const CODES: readonly u8[] = constant(() =>
  LETTERS.map((letter) => parseInt(`1${letter.replaceAll(".", "0").replaceAll("-", "1")}`, 2)),
);

const LETTER_OF: readonly u8[] = constant(() => {
  const letters = new Array<number>(32).fill(0);
  CODES.forEach((code, index) => (letters[code] = 65 + index));
  return letters;
});

/** The signals of a text: units on (positive) and off (negative). Returns how many. */
export function encode(text: Bytes, signals: Int8Array): int {
  let count = 0;
  for (const byte of text) {
    if (byte === 32) {
      if (count > 0) {
        signals[count - 1] = -7;
      }
      continue;
    }
    const letter = byte & 0xdf;
    if (letter < 65 || letter > 90) {
      continue;
    }
    const code = CODES[letter - 65];
    let bit = 7;
    while (bit > 0 && code >> bit === 0) {
      bit--;
    }
    for (bit--; bit >= 0; bit--) {
      if (count + 2 > signals.length) {
        return -1;
      }
      signals[count] = ((code >> bit) & 1) !== 0 ? 3 : 1;
      signals[count + 1] = bit > 0 ? -1 : -3;
      count += 2;
    }
  }
  return count;
}

export function decode(signals: Int8Array, text: Uint8Array): int {
  let length = 0;
  let code = 1;
  for (const signal of signals) {
    if (signal > 0) {
      code = (code << 1) | (signal >= 2 ? 1 : 0);
      if (code > 31) {
        return -1;
      }
    } else if (signal < -1) {
      if (length === text.length) {
        return -1;
      }
      text[length] = LETTER_OF[code];
      length++;
      code = 1;
      if (signal < -5 && length < text.length) {
        text[length] = 32;
        length++;
      }
    }
  }
  return length;
}

const signals = new Int8Array(200);
const text = new Uint8Array(40);

const WORDS: readonly string[] = ["SOS", "hello world", "The quick brown fox", ""];

for (const word of WORDS) {
  const count = encode(utf8(word), signals);
  let units = 0;
  for (const signal of signals.subarray(0, count)) {
    units = u32(units + Math.abs(signal));
  }
  const length = decode(signals.subarray(0, count), text);
  console.log("morse:", word, count, units, length);
  for (const byte of text.subarray(0, length)) {
    console.log(byte);
  }
}
