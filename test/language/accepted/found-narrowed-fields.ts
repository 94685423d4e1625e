// A field that may be null, known not to be, is counted up; of a record, what is known of a field goes on into the local.
import { type u8 } from "ts2c";

type Shape = { readonly kind: "dot"; readonly x: u8 } | { readonly kind: "line"; readonly y: u8 };

interface Part {
  readonly shape: Shape | null;
  readonly count: u8 | null;
  readonly other: u8;
}

class Tries {
  left: u8 | null = null;

  more(): void {
    if (this.left !== null && this.left < 100) {
      this.left += 2;
      this.left++;
    }
  }
}

function described(part: Part): void {
  if (part.count !== null) {
    const { count, other } = part;
    console.log(count + other);
  }
  if (part.shape !== null && part.shape.kind === "line") {
    const { shape, count } = part;
    console.log(shape.y, count === null);
  }
}

const tries = new Tries();
tries.more();
console.log(tries.left === null);
tries.left = 4;
tries.more();
console.log(tries.left !== null ? tries.left : 0);
described({ shape: { kind: "line", y: 5 }, count: null, other: 1 });
described({ shape: { kind: "dot", x: 5 }, count: 7, other: 2 });
