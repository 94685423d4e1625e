// TS2C0201 at 34:13
// TS2C0201 at 36:13
// TS2C0201 at 37:13
// TS2C0201 at 38:13
// TS2C0201 at 39:13
// TS2C0201 at 40:17
// TS2C0201 at 41:11
// TS2C0201 at 42:17
// TS2C0001 at 45:3
// TS2C0001 at 46:3
// TS2C0001 at 47:3
// TS2C0001 at 48:3
// TS2C0201 at 49:15
// TS2C0001 at 52:1
// TS2C0001 at 53:3
// TS2C0001 at 54:3
// TS2C0001 at 54:13
// TS2C0001 at 57:13
// TS2C0001 at 57:26
// TS2C0001 at 59:3
// TS2C0201 at 59:24
// TS2C0001 at 60:12
// TS2C0201 at 66:6
// TS2C0201 at 74:6
// TS2C0201 at 75:6
// TS2C0201 at 76:6
// TS2C0201 at 77:6
// TS2C0201 at 78:6
// TS2C0201 at 79:6
// TS2C0201 at 80:6
// TS2C0201 at 81:4
import { type u8 } from "ts2c";

type Keys = keyof Uint8Array;
type Pick1<T> = T extends infer U ? U : never;
type Each = { [K in "a" | "b"]: u8 };
type Both = { readonly a: u8 } & { readonly b: u8 };
type Make = new (x: u8) => Uint8Array;
type Text = `a${string}`;
type Imported = import("ts2c").u8;
type At = Uint8Array["length"];
type Optional = [first: u8, second?: u8, ...rest: u8[]];

interface Shape {
  (x: u8): u8;
  new (x: u8): Shape;
  [key: string]: unknown;
  go(): void;
  readonly a: bigint;
}

abstract class Base {
  abstract go(): void;
  protected accessor x: u8 = 1;
}

class Other extends Base implements Iterable<u8> {
  go(): void {}
  [Symbol.iterator](): Iterator<u8> {
    return [1 as u8][Symbol.iterator]();
  }
}

function types(
  a: Keys,
  b: Pick1<u8>,
  c: Each,
  d: Both,
  e: Make,
  f: Text,
  g: Imported,
  h: At,
  i: Optional,
  j: object,
  k: symbol,
  l: never,
  m: unknown,
  n: undefined,
  o: bigint,
  p: typeof types,
): asserts a is Keys {
  console.log(1);
}
