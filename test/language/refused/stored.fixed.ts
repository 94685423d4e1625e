import { type u8 } from "ts2c";

class Count {
  total: u8 = 0;
}

const state = new Count();

function count(): void {
  if (state.total < 255) {
    state.total += 1;
  }
  console.log("counted", state.total);
}

count();
