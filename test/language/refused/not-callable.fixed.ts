import { type u8 } from "ts2c";

type Handler = (event: u8) => u8;

function handle(handler: Handler, event: u8): u8 {
  return handler(event);
}

function twice(event: u8): u8 {
  return (event * 2) & 0xff;
}
console.log("handled", handle(twice, 3));
