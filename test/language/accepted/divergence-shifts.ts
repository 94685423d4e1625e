import { type i32, type u32, type u8 } from "ts2c";

function shifts(x: i32, n: u8): void {
  console.log(x << n, x >> n, x >>> n, x << (n & 31), x >> (-n - 1));
}

function unsigned(x: u32, n: i32): u32 {
  return (x >>> n) + 0;
}

shifts(-5, 0);
shifts(-5, 1);
shifts(-5, 31);
shifts(-5, 32);
shifts(1, 33);
shifts(2147483647, 255);
console.log(unsigned(4294967295, -1), unsigned(4294967295, 32), unsigned(2147483648, 31));

/** gcc sees through a constant that something negative is shifted. */
function constants(): void {
  const minusOne = -1;
  const seven = -7;
  console.log(minusOne << 7, seven << 31, (seven - 1) << 3, minusOne << -1);
  const far = 3896499143;
  const farther = 9007199254740991;
  console.log(far << 15, far << 0, farther << 4, (far - 7) << 31);
}
constants();
