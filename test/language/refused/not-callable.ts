// TS2C0001 at 8:3
// TS2C0211 at 12:10
// TS2C0203 at 18:20
import { type u8 } from "ts2c";

/** What has a call of its own is no record, and no function. */
interface Handler {
  (event: u8): u8;
}

function handle(handler: Handler, event: u8): u8 {
  return handler(event);
}

function twice(event: u8): u8 {
  return (event * 2) & 0xff;
}
console.log(handle(twice, 3));
