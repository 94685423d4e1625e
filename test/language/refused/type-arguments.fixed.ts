import { type u8 } from "ts2c";

function first<T>(a: T, b: T, takesFirst: boolean): T {
  return takesFirst ? a : b;
}

const a: u8 = 1;
console.log(first<u8>(1, 2, true), first(a, 3, false), first<boolean>(true, false, false));
