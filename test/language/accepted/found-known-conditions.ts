// Conditions that ts2c knows beforehand: what they call is called, and a loop that never turns is none.
import { type range, type u8 } from "ts2c";

const PRIMES: readonly u8[] = [2, 3, 5, 7];

class State {
  n: range<0, 3> = 0;
}
const s = new State();

function bump(): u8 {
  s.n = (s.n + 1) & 3;
  return s.n;
}

function unread(p: u8): u8 {
  return 3 > 4 && p > 3 ? 1 : 2;
}

function turns(): u8 {
  let left = 1;
  while (left > 0 && Math.min(5, 0) === PRIMES[s.n]) {
    left--;
    console.log("never", left);
  }
  return left;
}
console.log("left", turns(), unread(7));
console.log("called", bump() >= 0 ? 1 : 2, s.n, bump() < 0 || s.n === 2, s.n);
