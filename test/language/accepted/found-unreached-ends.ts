// A test that is known to hold ends a function, and C has to be told.
import { type i32, type int } from "ts2c";

/** A name of the preprocessor is an `int` in C, and its sum is none. */
const LARGE: int = 2147483647;
const SMALL: int = -2147483648;

function known(a: i32): i32 {
  if (a >= -2 + a) {
    return 4;
  }
  return 5;
}

function whileKnown(a: i32): i32 {
  while (a >= -2 + a) {
    if (a > 5) {
      return 3;
    }
    a++;
  }
  return 1;
}

function forKnown(a: i32): i32 {
  for (let i: i32 = a; i >= -2 + i; i++) {
    if (i > 5) {
      return i;
    }
  }
  return 1;
}

function doKnown(a: i32): i32 {
  do {
    if (a > 5) {
      return 2;
    }
    a++;
  } while (a >= -2 + a);
  return 1;
}

console.log(known(1));
console.log(whileKnown(-4));
console.log(forKnown(-4));
console.log(doKnown(-4));
console.log(LARGE + LARGE);
console.log(SMALL + SMALL);
console.log(LARGE - SMALL);
