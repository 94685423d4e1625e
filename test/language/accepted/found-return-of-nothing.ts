// `return f();` of a function that gives nothing: C calls it, and returns.
import { type u8 } from "ts2c";

function say(value: u8): void {
  console.log("said", value);
}

function sayOnce(value: u8): void {
  if (value === 1) {
    return say(value);
  }
  console.log("nothing to say of", value);
}

sayOnce(1);
sayOnce(2);
