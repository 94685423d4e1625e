import { type u8 } from "ts2c";

interface Circle {
  readonly kind: "circle";
  readonly r: u8;
}

interface Rect {
  readonly kind: "rect";
  readonly w: u8;
}

type Shape = Circle | Rect;

class Holder {
  shape: Shape = { kind: "circle", r: 3 };

  change(): void {
    this.shape = { kind: "rect", w: 7 };
  }
}

const holder = new Holder();

function radius(): u8 {
  const shape = holder.shape;
  if (shape.kind === "circle") {
    holder.change();
    return shape.r;
  }
  return 0;
}

function isSmall(x: Shape): boolean {
  return x.kind === "circle" && x.r < 5;
}

console.log(radius(), radius(), isSmall(holder.shape));
