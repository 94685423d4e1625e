import { constant, type u16, type u8 } from "ts2c";
const NAMES = ["zero", "one", "two"];
function lengths(): number[] {
  const found: number[] = [];
  for (const name of NAMES) {
    found.push(name.length);
  }
  return found;
}
const LENGTHS: readonly u8[] = constant(() => lengths());
const ALL: u16 = constant(() => lengths().reduce((a, b) => a + b) * 2 ** 4);
for (const length of LENGTHS) {
  console.log(length);
}
console.log(ALL);
