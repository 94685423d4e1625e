// TS2C0301 at 23:14
// TS2C0301 at 30:14
// TS2C0301 at 38:7
// TS2C0301 at 48:11
// TS2C0301 at 63:12
// TS2C0301 at 85:16
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

enum Light {
  off,
  on,
}

const ONE: readonly u8[] = [7];

function other(light: Light): Light {
  return light === Light.off ? Light.on : Light.off;
}

class Lamp {
  light: Light = Light.off;

  throughAStore(): u8 {
    if (this.light !== Light.off) {
      return 9;
    }
    this.light = other(this.light);
    return ONE[this.light];
  }
}

const t = new Uint8Array(3);
const lamp = new Lamp();
console.log(throughAnother(a, a, t), throughACall(t), throughALoop(a, t), throughAField(t));
throughTheValue(t);
console.log(lamp.throughAStore());
