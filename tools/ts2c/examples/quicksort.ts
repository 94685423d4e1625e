/** Quicksort without recursion: the smaller part goes on, the larger one waits, so 32 entries are enough. */
import { u32, type range } from "ts2c";

const DEPTH = 32;
const starts = new Uint32Array(DEPTH);
const ends = new Uint32Array(DEPTH);

function swap(values: Int32Array, i: u32, j: u32) {
  if (i < values.length && j < values.length) {
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}

/** Moves what is smaller than the middle element before it, and returns where it is then. */
function partition(values: Int32Array, low: u32, end: u32): u32 {
  if (low >= end || end > values.length) {
    return low;
  }
  swap(values, Math.floor((low + end) / 2), end - 1);
  const pivot = values[end - 1];
  let at = low;
  for (let i = low; i < end - 1; i++) {
    if (at < end && values[i] < pivot) {
      swap(values, i, at);
      at++;
    }
  }
  swap(values, at, end - 1);
  return at;
}

/** Sorts in place. False if the stack was too small, which no array can make it. */
export function sort(values: Int32Array): boolean {
  let depth = 0;
  let low: u32 = 0;
  let end: u32 = values.length;
  for (;;) {
    while (low + 1 < end) {
      const middle = partition(values, low, end);
      if (depth === DEPTH || middle < low || middle >= end) {
        return false;
      }
      if (middle - low < end - middle) {
        starts[depth] = middle + 1;
        ends[depth] = end;
        end = middle;
      } else {
        starts[depth] = low;
        ends[depth] = middle;
        low = middle + 1;
      }
      depth++;
    }
    if (depth === 0) {
      return true;
    }
    depth--;
    low = starts[depth];
    end = ends[depth];
  }
}

const numbers = new Int32Array(1000);

function fill(modulus: range<1, 16777216>) {
  let seed: u32 = 1;
  for (let i = 0; i < numbers.length; i++) {
    seed = u32(Math.imul(seed, 1664525) + 1013904223);
    numbers[i] = (seed >>> 8) % modulus;
  }
}

function isSorted(values: Int32Array): boolean {
  for (let i = 1; i < values.length; i++) {
    if (values[i - 1] > values[i]) {
      return false;
    }
  }
  return true;
}

const MODULI: readonly range<1, 16777216>[] = [2, 10, 1000, 16777216];

for (const modulus of MODULI) {
  fill(modulus);
  const before = isSorted(numbers);
  console.log(modulus, before, sort(numbers), isSorted(numbers), numbers[0], numbers[499], numbers[999]);
}
console.log("sorted again", sort(numbers), isSorted(numbers));
