import { type u8 } from "ts2c";

function done(percent: u8): void {
  console.log(percent, "% done");
}

done(50);
