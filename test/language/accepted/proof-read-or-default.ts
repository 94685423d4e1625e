import { type int, type u8 } from "ts2c";

const TABLE: readonly u8[] = [10, 20, 30];
const NAMES: readonly string[] = ["zero", "one"];
const bytes = new Uint8Array(2);
const words = new Uint32Array(1);

function name(i: int): string {
  return NAMES[i] ?? "none";
}

function at(i: int): int {
  return (TABLE[i] ?? 0) + (bytes[i] ?? 100) + (words[i] ?? -1);
}

bytes[0] = 7;
words[0] = 4294967295;
console.log(at(0), at(1), at(2), at(3), at(-1), at(9007199254740991), at(-9007199254740991));
console.log("names", name(0), name(1), name(2), name(-1));
