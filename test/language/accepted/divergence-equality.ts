import { type int, type u8 } from "ts2c";

type Color = "red" | "green";

class Place {
  value: u8 = 0;
}

const a = new Place();
const b = new Place();

function compare(x: int, y: u8, color: Color, text: string, flag: boolean): void {
  console.log(x === y, x !== y, color === "red", color !== "green", text === color, flag === x < y, a === b);
}

compare(-1, 255, "red", "red", true);
compare(255, 255, "green", "red", true);
compare(4294967295 + 256, 255, "green", "green", false);
