import { type i32, type range } from "ts2c";
function f(a: i32, b: range<-3, -1>): i32 {
  return (a % b) | 0;
}
console.log(f(-2147483648, -1), f(-2147483648, -3), f(7, -2));
