// TS2C0301 at 22:14
// TS2C0301 at 29:14
// TS2C0301 at 37:7
// TS2C0301 at 47:11
// TS2C0301 at 62:12
import { type Bytes, type u8 } from "ts2c";

class Place {
  i: u8 = 0;

  set(n: u8): u8 {
    this.i = n;
    return 1;
  }
}

const a = new Place();

function throughAnother(x: Place, y: Place, t: Bytes): u8 {
  if (x.i < t.length) {
    y.i = 200;
    return t[x.i];
  }
  return 0;
}

function throughACall(t: Bytes): u8 {
  if (a.i < t.length && a.set(200) === 1) {
    return t[a.i];
  }
  return 0;
}

function throughTheValue(t: Uint8Array): void {
  if (a.i < t.length) {
    t[a.i] = a.set(200);
    t[a.i] = 1;
  }
}

function throughALoop(x: Place, t: Bytes): u8 {
  let s: u8 = 0;
  if (x.i >= t.length) {
    return 0;
  }
  for (let k = 0; k < 5; k++) {
    s = t[x.i];
    a.i = 200;
  }
  return s;
}

class Made {
  x: u8 = a.set(250);
}

function throughAField(t: Bytes): u8 {
  if (a.i >= t.length) {
    return 0;
  }
  const made = new Made();
  return t[a.i] === made.x ? 1 : 0;
}

const t = new Uint8Array(3);
console.log(throughAnother(a, a, t), throughACall(t), throughALoop(a, t), throughAField(t));
throughTheValue(t);
