/**
 * What a static TypeScript program imports from "ts2c": the integer types, the views of memory and the few helpers that
 * JavaScript lacks. In Node this module is ordinary code; the transpiler knows each name and prints the C for it.
 */

/**
 * An integer that is always between `A` and `B`, both included. For `tsc` it is a plain number that remembers its name;
 * that it stays in its range is proven by ts2c alone.
 */
export type range<A extends number, B extends number> = number & { readonly [K in `${A}..${B}`]?: true };

export type u8 = range<0, 255>;
export type i8 = range<-128, 127>;
export type u16 = range<0, 65535>;
export type i16 = range<-32768, 32767>;
export type u32 = range<0, 4294967295>;
export type i32 = range<-2147483648, 2147483647>;
/** Every integer that JavaScript holds exactly: ±(2^53 − 1). In C `int64_t`. */
export type int = range<-9007199254740991, 9007199254740991>;

/** A number with a fraction, as every number of JavaScript is one: 64 bits, IEEE 754. */
export type f64 = number & { readonly f64?: true };

/** The conversions of one integer type: called, it wraps as C's cast does; `clamp` saturates. */
export interface Conversion<T> {
  (value: number): T;
  readonly clamp: (value: number) => T;
}

function conversion(min: number, max: number, wrap: (value: number) => number): Conversion<number> {
  const clamp = (value: number): number => (value < min ? min : value > max ? max : value);
  return Object.assign((value: number) => wrap(value), { clamp });
}

export const u8: Conversion<u8> = conversion(0, 255, (value) => value & 255);
export const i8: Conversion<i8> = conversion(-128, 127, (value) => (value << 24) >> 24);
export const u16: Conversion<u16> = conversion(0, 65535, (value) => value & 65535);
export const i16: Conversion<i16> = conversion(-32768, 32767, (value) => (value << 16) >> 16);
export const u32: Conversion<u32> = conversion(0, 4294967295, (value) => value >>> 0);
export const i32: Conversion<i32> = conversion(-2147483648, 2147483647, (value) => value | 0);

/** A read-only view of bytes: what a `Uint8Array` is for somebody who may only look. */
export interface Bytes extends Iterable<u8> {
  readonly length: u32;
  readonly [index: number]: u8;
  subarray(start?: number, end?: number): Bytes;
  indexOf(byte: u8, from?: number): int;
}

/** An array whose length is part of its type. Its elements are made once, by {@link array}. */
export interface FixedArray<T, N extends number> extends Iterable<T> {
  readonly length: N;
  [index: number]: T;
}

/** Makes an array of `length` elements: each is the value, or what a fresh call of the function makes. */
export function array<T, N extends number>(length: N, element: T | (() => T)): FixedArray<T, N> {
  const make = typeof element === "function" ? (element as () => T) : (): T => element;
  return Array.from({ length }, make) as unknown as FixedArray<T, N>;
}

/**
 * A value computed while transpiling, with all of TypeScript at hand (but no clock, no chance, no files): only the result
 * reaches the device.
 */
export function constant<T>(compute: () => T): T {
  return compute();
}

/** The program stopped because an `assert` did not hold. */
export class Panic extends Error {
  override readonly name = "Panic";
}

/** Stops the program when `condition` is false. The transpiler relies on it afterwards. */
export function assert(condition: boolean): asserts condition {
  if (!condition) {
    throw new Panic("assertion failed");
  }
}

const encoder = new TextEncoder();
const encoded = new Map<string, Bytes>();

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  let bytes = encoded.get(text);
  if (bytes === undefined) {
    bytes = encoder.encode(text);
    encoded.set(text, bytes);
  }
  return bytes;
}
