// Of an index that lies outside for certain C has no address: so far behind an array there may be none that can be linked.
import { array, u32, type FixedArray, type f64, type u8 } from "ts2c";

interface Pair {
  readonly first: u8;
  readonly second: f64;
}

type Light = "red" | "green";

const lights: FixedArray<Light, 2> = array(2, "red");
const flags: FixedArray<boolean, 5> = array(5, true);
const words: FixedArray<string, 3> = array(3, "inside");
const fractions: FixedArray<f64, 2> = array(2, 0.5);
const pairs: FixedArray<Pair, 2> = array(2, { first: 1, second: 1.5 });
const bytes = new Uint8Array(4);

function calls(): u32 {
  console.log("called");
  return 7;
}

function main(): void {
  const wide = u32(bytes.length + 40);
  console.log(flags[2147483647] ?? false, flags[4] ?? false, flags[5] ?? wide > 43);
  console.log("words:", words[4294967295] ?? "outside", words[-1] ?? "before", fractions[2147483647] ?? 0.25);
  console.log(bytes[2147483647] ?? wide, bytes[4] ?? bytes[3000000000] ?? 9, bytes[-2147483648] ?? calls());
  const pair = pairs[2147483647] ?? { first: 2, second: 2.5 };
  const light = lights[2147483647] ?? "green";
  console.log("light:", light === "green" ? "go" : "stop", bytes.subarray(1)[2] ?? 5);
  console.log("fraction:", (fractions[2147483647] ?? wide) / (fractions[3000000000] ?? bytes.length + 1));
  if ((flags[2147483647] ?? wide >= 3) ? Math.abs(0.1 / 0.5) <= Math.abs(2.5 / 1e308) : !(wide <= 50)) {
    console.log("one");
  } else {
    console.log("other");
  }
  console.log(pair.first, pair.second, bytes.subarray(1)[2147483647] ?? 3);
}

main();
