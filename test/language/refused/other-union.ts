// TS2C0214 at 8:10
import { type u8 } from "ts2c";

type Light = "red" | "green";
type Lamp = "off" | "red" | "green";

function lamp(light: Light): Lamp {
  return light;
}

function light(n: u8): Light {
  return n > 3 ? "red" : "green";
}
console.log(lamp(light(2)), lamp(light(5)));
