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
  const at = x.i;
  if (at < t.length) {
    y.i = 200;
    return t[at];
  }
  return 0;
}

function throughACall(t: Bytes): u8 {
  if (a.set(200) === 1 && a.i < t.length) {
    return t[a.i];
  }
  return t[a.i] ?? 9;
}

function throughTheValue(t: Uint8Array): void {
  const set = a.set(2);
  if (a.i < t.length) {
    t[a.i] = set;
  }
}

function throughALoop(x: Place, t: Bytes): u8 {
  let s: u8 = 0;
  for (let k = 0; k < 5 && x.i < t.length; k++) {
    s = t[x.i];
    a.i = 200;
  }
  return s;
}

class Made {
  x: u8 = a.set(250);
}

function throughAField(t: Bytes): u8 {
  const made = new Made();
  if (a.i >= t.length) {
    return made.x;
  }
  return t[a.i];
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
    return ONE[this.light] ?? 5;
  }
}

const t = new Uint8Array(3);
const lamp = new Lamp();
throughTheValue(t);
console.log(t[2], throughAnother(a, a, t), throughACall(t), throughALoop(a, t), throughAField(t));
console.log(lamp.throughAStore());
