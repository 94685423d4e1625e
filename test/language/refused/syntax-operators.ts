// TS2C0001 at 16:14
// TS2C0001 at 17:14
// TS2C0001 at 18:11
// TS2C0001 at 19:15
// TS2C0001 at 19:40
import { type u8 } from "ts2c";

class State {
  flag = true;
  n: u8 = 1;
}

const state = new State();

function operators(): void {
  state.flag &&= false;
  state.flag ||= true;
  state.n **= 2;
  console.log(state.n ** 2, state.flag ?? false);
}

operators();
