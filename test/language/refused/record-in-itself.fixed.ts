import { type range, type u32, type u8 } from "ts2c";

interface Link {
  readonly value: u8;
  /** Which of the links comes next; −1 behind the last. */
  readonly next: range<-1, 2>;
}

const LINKS: readonly Link[] = [
  { value: 1, next: 2 },
  { value: 5, next: -1 },
  { value: 3, next: 1 },
];

function sum(): u32 {
  let total: u32 = 0;
  let at = 0;
  for (let turn = 0; turn < LINKS.length && at >= 0; turn++) {
    total = (total + LINKS[at].value) & 0xffff;
    at = LINKS[at].next;
  }
  return total;
}

console.log("sum", sum());
