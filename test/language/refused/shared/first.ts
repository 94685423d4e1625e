import { type i32 } from "ts2c";

export class Once {
  count: i32 = 1;
}

export const counter = new Once();
