// A local without annotation is what any turn of its loop stores in it, not what the first one does.
import { type u8 } from "ts2c";

type Shape = { readonly kind: "dot"; readonly x: u8 } | { readonly kind: "line"; readonly y: u8 };

interface Part {
  readonly shape: Shape;
  readonly count: u8 | null;
}

class Pen {
  shape: Shape = { kind: "dot", x: 1 };
  count: u8 | null = null;
  part: Part = { shape: { kind: "dot", x: 3 }, count: 3 };

  turn(): void {
    this.shape = { kind: "line", y: 7 };
    this.count = null;
    this.part = { shape: this.shape, count: null };
  }

  locals(): void {
    this.count = 4;
    if (this.shape.kind === "dot") {
      for (let i = 0; i < 3; i++) {
        const shape = this.shape;
        const count = this.count;
        this.turn();
        console.log(shape.kind, count !== null ? count : 0);
      }
    }
  }

  parts(): void {
    if (this.part.shape.kind === "dot" && this.part.count !== null) {
      const { shape: dot, count: known } = this.part;
      console.log(dot.x, known + 1);
      for (let i = 0; i < 3; i++) {
        const { shape, count } = this.part;
        this.turn();
        console.log(shape.kind, count !== null ? count : 0);
      }
    }
  }
}

const pen = new Pen();
pen.locals();
pen.shape = { kind: "dot", x: 2 };
pen.part = { shape: pen.shape, count: 9 };
pen.parts();
