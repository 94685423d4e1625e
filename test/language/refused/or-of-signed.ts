// TS2C0302 at 5:10
import { type i8, type range } from "ts2c";

function or(a: i8, b: i8): range<-2147483648, -1> {
  return a | b;
}

console.log(or(5, 3));
