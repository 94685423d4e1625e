import { type u8, type i32, type u16, array, type FixedArray } from "ts2c";
class Latest<T> {
  private value: T;
  private count: u16 = 0;
  constructor(first: T) {
    this.value = first;
  }
  get(): T {
    return this.value;
  }
  put(value: T): boolean {
    this.value = value;
    if (this.count < 1000) {
      this.count++;
      return true;
    }
    return false;
  }
  times(): u16 {
    return this.count;
  }
}
interface Pair<A, B> {
  readonly first: A;
  readonly second: B;
}
function swap<A, B>(p: Pair<A, B>): Pair<B, A> {
  return { first: p.second, second: p.first };
}
function larger<T extends number>(a: T, b: T): T {
  return a > b ? a : b;
}
class Slot {
  n: u8 = 0;
}
class Pool<S> {
  readonly slots: FixedArray<Slot, 4> = array(4, () => new Slot());
  last: S;
  constructor(s: S) {
    this.last = s;
  }
  use(i: u8, s: S): void {
    if (i < 4) {
      this.slots[i].n = i;
      this.last = s;
    }
  }
}
const a = new Latest<u8>(3);
const b = new Latest<boolean>(false);
const p = new Pool<i32>(-5);
type Mood = "good" | "bad";
const m = new Latest<Mood>("good");
function show(): void {
  console.log(
    a.get(),
    b.get(),
    a.put(200),
    b.put(true),
    a.get(),
    b.get(),
    a.times(),
    larger<u8>(3, 9),
    larger<i32>(-3, -9),
  );
  const q = swap<u8, i32>({ first: 7, second: -70000 });
  console.log(q.first, q.second);
  p.use(2, 100000);
  console.log(p.last, p.slots[2].n);
  m.put("bad");
  console.log(m.get(), m.times());
}
show();
