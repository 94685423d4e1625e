// TS2C0603 at 5:15
import { type u8 } from "ts2c";

function done(percent: u8): void {
  console.log("%d done", percent);
}

done(50);
