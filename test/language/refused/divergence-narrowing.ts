// TS2C0601 at 30:12
// TS2C0201 at 35:29
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
  if (holder.shape.kind === "circle") {
    holder.change();
    return holder.shape.r;
  }
  return 0;
}

function isSmall(x: Shape): x is Circle {
  return x.kind === "rect";
}

console.log(radius(), isSmall(holder.shape));
