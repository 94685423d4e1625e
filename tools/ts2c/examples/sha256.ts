/** SHA-256 (FIPS 180-4), fed in pieces. */
import { array, constant, u32, utf8, type Bytes, type FixedArray, type range, type u8 } from "ts2c";

/** The first 32 bits of the fraction of a root. */
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) >>> 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every((p) => n % p !== 0)) {
      found.push(n);
    }
  }
  return found;
}

const K: readonly u32[] = constant(() => primes(64).map((p) => fraction(Math.cbrt(p))));
const INITIAL: readonly u32[] = constant(() => primes(8).map((p) => fraction(Math.sqrt(p))));

function rotateRight(x: u32, n: u8): u32 {
  return ((x >>> n) | (x << (32 - n))) >>> 0;
}

export class Sha256 {
  private readonly state = new Uint32Array(8);
  private readonly block = new Uint8Array(64);
  private readonly w = new Uint32Array(64);
  private used: range<0, 63> = 0;
  private length: u32 = 0;

  constructor() {
    this.reset();
  }

  reset() {
    for (let i = 0; i < 8; i++) {
      this.state[i] = INITIAL[i];
    }
    this.used = 0;
    this.length = 0;
  }

  update(bytes: Bytes) {
    for (const byte of bytes) {
      this.block[this.used] = byte;
      if (this.used === 63) {
        this.compress();
        this.used = 0;
      } else {
        this.used++;
      }
    }
    this.length = u32(this.length + bytes.length);
  }

  /** Writes the digest's 32 bytes. */
  finish(digest: FixedArray<u8, 32>) {
    this.block[this.used] = 0x80;
    this.block.fill(0, this.used + 1);
    if (this.used >= 56) {
      this.compress();
      this.block.fill(0);
    }
    let bits = this.length * 8;
    for (let i = 63; i >= 56; i--) {
      this.block[i] = bits % 256;
      bits = Math.trunc(bits / 256);
    }
    this.compress();
    for (let i = 0; i < 8; i++) {
      const word = this.state[i];
      digest[4 * i] = word >>> 24;
      digest[4 * i + 1] = (word >>> 16) & 0xff;
      digest[4 * i + 2] = (word >>> 8) & 0xff;
      digest[4 * i + 3] = word & 0xff;
    }
  }

  private compress() {
    const block = this.block;
    const w = this.w;
    const state = this.state;
    for (let i = 0; i < 16; i++) {
      w[i] = u32((block[4 * i] << 24) | (block[4 * i + 1] << 16) | (block[4 * i + 2] << 8) | block[4 * i + 3]);
    }
    for (let i = 16; i < 64; i++) {
      const s0 = rotateRight(w[i - 15], 7) ^ rotateRight(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = rotateRight(w[i - 2], 17) ^ rotateRight(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = u32(w[i - 16] + s0 + w[i - 7] + s1);
    }
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    let e = state[4];
    let f = state[5];
    let g = state[6];
    let h = state[7];
    for (let i = 0; i < 64; i++) {
      const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
      const choice = (e & f) ^ (~e & g);
      const t1 = (h + s1 + choice + K[i] + w[i]) >>> 0;
      const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const t2 = (s0 + majority) >>> 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) >>> 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) >>> 0;
    }
    state[0] = u32(state[0] + a);
    state[1] = u32(state[1] + b);
    state[2] = u32(state[2] + c);
    state[3] = u32(state[3] + d);
    state[4] = u32(state[4] + e);
    state[5] = u32(state[5] + f);
    state[6] = u32(state[6] + g);
    state[7] = u32(state[7] + h);
  }
}

const sha = new Sha256();
const digest: FixedArray<u8, 32> = array(32, 0);

function show(name: string) {
  sha.finish(digest);
  console.log(name);
  for (let i = 0; i < 32; i += 4) {
    console.log(((digest[i] << 24) | (digest[i + 1] << 16) | (digest[i + 2] << 8) | digest[i + 3]) >>> 0);
  }
  sha.reset();
}

show("empty");
sha.update(utf8("abc"));
show("abc");
sha.update(utf8("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
show("two blocks");
for (let i = 0; i < 100000; i++) {
  sha.update(utf8("aaaaaaaaaa"));
}
show("a million times a");
