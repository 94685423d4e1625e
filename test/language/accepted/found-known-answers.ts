// What an expression gives is known, and still what it does on the way happens: a length, a tag, what lies outside.
import { array, type FixedArray, type u8 } from "ts2c";

interface Circle {
  readonly kind: "circle";
  readonly radius: u8;
}

class Counter {
  n: u8 = 0;
  readonly fixed: FixedArray<u8, 4> = array(4, 1);
  readonly bytes: Uint8Array = new Uint8Array(8);

  self(): Counter {
    this.n = (this.n + 1) & 255;
    return this;
  }

  items(): FixedArray<u8, 4> {
    this.n = (this.n + 1) & 255;
    return this.fixed;
  }

  circle(): Circle {
    this.n = (this.n + 1) & 255;
    return { kind: "circle", radius: 3 };
  }
}

class Steps {
  readonly counter: Counter = new Counter();

  lengths(): void {
    this.counter.n = 0;
    console.log(this.counter.items().length, this.counter.n);
    console.log(this.counter.self().bytes.length, this.counter.n);
    console.log(this.counter.self().fixed.length, this.counter.n);
    const both = this.counter.n + this.counter.self().bytes.length;
    console.log(both, this.counter.n);
  }

  outside(at: u8): void {
    this.counter.n = 0;
    console.log(this.counter.self().bytes[at] ?? 7, this.counter.n);
    console.log(this.counter.self().fixed[at] ?? 7, this.counter.n);
    console.log(this.counter.self().bytes[300] ?? 7, this.counter.n);
    console.log(this.counter.self().fixed[300] ?? 7, this.counter.n);
    console.log(this.counter.items()[300] ?? 7, this.counter.n);
  }

  tag(): void {
    this.counter.n = 0;
    if (this.counter.circle().kind === "circle") {
      console.log("circle", this.counter.n);
    }
  }
}

const steps = new Steps();
steps.lengths();
steps.outside(2);
steps.outside(20);
steps.tag();
