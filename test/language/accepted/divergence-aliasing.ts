import { type u8 } from "ts2c";

class Place {
  public value: u8 = 1;
}

interface Value {
  readonly a: u8;
  readonly b: u8;
}

class Holder {
  value: Value = { a: 1, b: 2 };
}

const one = new Place();
const holder = new Holder();

function change(place: Place): void {
  place.value = 7;
}

function places(): void {
  const other = one;
  change(other);
  console.log(one.value, other.value, one === other);
  let moved = one;
  moved.value = 8;
  moved = new0();
  console.log(one.value, moved.value);
}

const second = new Place();
function new0(): Place {
  return second;
}

function values(): void {
  const before = holder.value;
  holder.value = { a: before.b, b: before.a };
  console.log(before.a, before.b, holder.value.a, holder.value.b);
  let copy = holder.value;
  copy = { a: 9, b: copy.b };
  console.log(copy.a, copy.b, holder.value.a);
}

places();
values();
