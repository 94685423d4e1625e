import { type u8 } from "ts2c";

const a = new Uint8Array(4);

class State {
  i: u8 = 0;
  n: u8 = 10;
}

const state = new State();

function bump(): u8 {
  a[0] = 50;
  a[1] = 60;
  state.i = (state.i + 1) & 3;
  state.n = 20;
  return 3;
}

function elements(): void {
  a[state.i & 3] = (a[state.i & 3] + (bump() & 1)) & 255;
  console.log(a[0], a[1], state.i);
  a[state.i & 3] ^= bump();
  console.log(a[0], a[1], a[2], state.i);
}

function fields(): void {
  state.n ^= bump();
  console.log(state.n);
  state.n = state.n & bump();
  console.log(state.n);
  state.n &= 127;
  state.n <<= 1;
  state.n >>= 2;
  state.n |= 64;
  state.n %= 7;
  console.log(state.n);
}

function locals(): void {
  let x = 5;
  x *= 7;
  x -= 40;
  x >>>= 28;
  x &= 14;
  console.log(x);
}

a[0] = 1;
elements();
fields();
locals();
