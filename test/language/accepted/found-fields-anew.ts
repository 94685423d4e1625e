// A field of a union, an enum or a text that is stored to: what was known of its old value is forgotten.
import { type u16, type u8 } from "ts2c";

interface Circle {
  readonly kind: "circle";
  readonly radius: u16;
}

interface Square {
  readonly kind: "square";
  readonly side: u8;
}

type Shape = Circle | Square;

enum Color {
  red,
  green,
  blue,
}

type Mode = "off" | "slow" | "fast";

function area(shape: Shape): u16 {
  return shape.kind === "circle" ? shape.radius : shape.side;
}

function shapeOf(size: u8): Shape {
  if (size > 1) {
    return { kind: "square", side: size };
  }
  return { kind: "circle", radius: 1000 };
}

function after(color: Color): Color {
  return color === Color.red ? Color.blue : Color.red;
}

function faster(mode: Mode): Mode {
  return mode === "off" ? "slow" : "fast";
}

class Sign {
  shape: Shape = { kind: "circle", radius: 300 };
  color: Color = Color.red;
  mode: Mode = "off";

  reshape(size: u8): u16 {
    if (this.shape.kind !== "circle") {
      return 1;
    }
    this.shape = shapeOf(size);
    return area(this.shape);
  }

  recolor(): u8 {
    if (this.color !== Color.red) {
      return 9;
    }
    this.color = after(this.color);
    switch (this.color) {
      case Color.red:
        return 1;
      case Color.green:
        return 2;
      case Color.blue:
        return 3;
    }
  }

  hurry(): u8 {
    if (this.mode !== "off") {
      return 9;
    }
    this.mode = faster(this.mode);
    return this.mode === "slow" ? 2 : 3;
  }
}

const sign = new Sign();
console.log(sign.reshape(5), sign.reshape(5), sign.recolor(), sign.recolor(), sign.hurry(), sign.hurry());
