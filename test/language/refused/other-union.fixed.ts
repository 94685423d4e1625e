import { type u8 } from "ts2c";

type Light = "red" | "green";
type Lamp = "off" | "red" | "green";

function lamp(light: Light): Lamp {
  switch (light) {
    case "red":
      return "red";
    case "green":
      return "green";
  }
}

function light(n: u8): Light {
  return n > 3 ? "red" : "green";
}
console.log(lamp(light(2)), lamp(light(5)));
