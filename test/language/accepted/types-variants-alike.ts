// Fields of one name in several variants of a union: each has its own type, and what is known of one is not of the other.
import { type u16, type u8 } from "ts2c";

interface Small {
  readonly kind: "small";
  readonly size: u8;
  readonly next: u8 | null;
}

interface Large {
  readonly kind: "large";
  readonly size: u16;
  readonly next: u16 | null;
}

type Block = Small | Large;

function bytesOf(block: Block): u16 {
  if (block.kind === "small") {
    return block.next !== null ? block.size + block.next : block.size;
  }
  const { size, next } = block;
  return next !== null && size < 1000 && next < 1000 ? size + next : size;
}

function large(size: u16, next: u16 | null): Block {
  return { kind: "large", size, next };
}

function small(size: u8, next: u8 | null): Block {
  return { kind: "small", size, next };
}

/** The smaller one comes first, so that its field is seen first. */
function isFull(block: Block): boolean {
  return block.kind === "small" ? block.size === 255 : block.size > 255;
}

console.log(bytesOf(small(5, null)), bytesOf(small(5, 6)), bytesOf(large(300, 700)), bytesOf(large(65535, null)));
console.log(isFull(small(255, 1)), isFull(large(255, 1)), isFull(large(256, 1)));

/** Texts of signs, which have no names in C of their own. */
type Sign =
  | { readonly sign: "<"; readonly left: u8 }
  | { readonly sign: ">"; readonly right: u8 }
  | { readonly sign: "a+b"; readonly sum: u16 }
  | { readonly sign: "a*b"; readonly product: u16 };

function valueOf(sign: Sign): u16 {
  switch (sign.sign) {
    case "<":
      return sign.left;
    case ">":
      return sign.right;
    case "a+b":
      return sign.sum;
    case "a*b":
      return sign.product;
  }
}

console.log(valueOf({ sign: "<", left: 1 }), valueOf({ sign: ">", right: 2 }));
console.log(valueOf({ sign: "a+b", sum: 300 }), valueOf({ sign: "a*b", product: 400 }));
