// Beside a power of two the shortest digits that read back may not be those that are nearest.
import { type f64 } from "ts2c";

class Number {
  value: f64 = 1;
}

const up = new Number();
const down = new Number();
for (let i = 0; i < 1074; i++) {
  console.log(up.value, up.value * 0.75, -down.value);
  up.value = up.value * 2;
  down.value = down.value / 2;
}
console.log(up.value, down.value, 9007199254740993, 1.7976931348623157e308, 2.2250738585072014e-308, 9.5e-7);
