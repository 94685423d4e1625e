// TS2C0001 at 6:10
import { type u8 } from "ts2c";
type Step = 0 | 2;

/** tsc holds the values, ts2c their range. */
function doubled(step: Step): u8 {
  switch (step) {
    case 0:
      return 0;
    case 2:
      return 4;
  }
}
console.log("doubled", doubled(0), doubled(2));
