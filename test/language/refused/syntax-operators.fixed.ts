import { u8 } from "ts2c";

class State {
  flag = true;
  n: u8 = 3;
}

const state = new State();

function operators(): void {
  state.flag = state.flag && state.n > 9;
  state.flag = state.flag || state.n > 2;
  state.n = u8(state.n * state.n);
  console.log(state.n * state.n, state.flag);
}

operators();
