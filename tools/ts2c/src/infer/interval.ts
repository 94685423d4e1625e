/** Intervals: between which integers the value of an expression lies, and whether it may be −0. */
import { MAX_INT } from "../model/types.ts";

export interface Interval {
  readonly min: number;
  readonly max: number;
  /** It may be JavaScript's −0, which an integer of C can't be. */
  readonly negativeZero: boolean;
  /** It was tested not to be 0, though 0 lies between the ends. */
  readonly nonZero?: boolean;
}

export function interval(min: number, max: number, negativeZero = false): Interval {
  return { min, max, negativeZero };
}

export const INT32: Interval = interval(-2147483648, 2147483647);
export const UINT32: Interval = interval(0, 4294967295);
export const ANY_INT: Interval = interval(-MAX_INT, MAX_INT);

export function within(a: Interval, b: { readonly min: number; readonly max: number }): boolean {
  return a.min >= b.min && a.max <= b.max;
}

export function join(a: Interval, b: Interval): Interval {
  const all = interval(Math.min(a.min, b.min), Math.max(a.max, b.max), a.negativeZero || b.negativeZero);
  return canBeZero(a) || canBeZero(b) ? all : { ...all, nonZero: true };
}

export function canBeZero(a: Interval): boolean {
  return contains(a, 0) && a.nonZero !== true;
}

/** The common part; where there is none, the (unreachable) end of `a` that is nearest. */
export function meet(a: Interval, b: { readonly min: number; readonly max: number }): Interval {
  const min = Math.max(a.min, b.min);
  const max = Math.min(a.max, b.max);
  return { ...a, min, max: Math.max(min, max) };
}

export function contains(a: Interval, value: number): boolean {
  return a.min <= value && value <= a.max;
}

export function show(a: Interval): string {
  return a.min === a.max ? String(a.min) : `${String(a.min)}…${String(a.max)}`;
}

export function add(a: Interval, b: Interval): Interval {
  return interval(a.min + b.min, a.max + b.max, a.negativeZero && b.negativeZero);
}

export function subtract(a: Interval, b: Interval): Interval {
  return interval(a.min - b.max, a.max - b.min, a.negativeZero && contains(b, 0));
}

export function multiply(a: Interval, b: Interval): Interval {
  const corners = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  const negative = (contains(a, 0) && b.min < 0) || (contains(b, 0) && a.min < 0);
  const carried = a.negativeZero || b.negativeZero;
  return interval(Math.min(...corners) + 0, Math.max(...corners) + 0, negative || carried);
}

/** `Math.trunc(a / b)` where `b` is not 0. */
export function divide(a: Interval, b: Interval): Interval {
  const corners: number[] = [];
  for (const divisor of [b.min, b.max, -1, 1]) {
    if (divisor !== 0 && contains(b, divisor)) {
      corners.push(Math.trunc(a.min / divisor), Math.trunc(a.max / divisor));
    }
  }
  const throughZero = contains(a, 0) ? [0] : [];
  // A quotient that is cut to 0 is −0 when just one of the two is negative.
  const negativeZero = b.min < 0 || a.min < 0 || a.negativeZero;
  return interval(Math.min(...corners, ...throughZero) + 0, Math.max(...corners, ...throughZero) + 0, negativeZero);
}

/** `Math.floor(a / b)` and its like, where `b` is not 0: for each sign of `b` the ends are at the corners. */
export function divideRounded(a: Interval, b: Interval, round: "floor" | "ceil" | "round"): Interval {
  const corners = [b.min, b.max, -1, 1]
    .filter((divisor) => divisor !== 0 && contains(b, divisor))
    .flatMap((divisor) => [Math[round](a.min / divisor), Math[round](a.max / divisor)]);
  // Rounded down, only 0 / −b is −0; rounded up, everything between −1 and 0 is.
  const negativeZero = a.negativeZero || (b.min < 0 && (round !== "floor" || contains(a, 0)));
  const fromBelow = round !== "floor" && a.min < 0;
  return interval(Math.min(...corners) + 0, Math.max(...corners) + 0, negativeZero || fromBelow);
}

/** `a % b` where `b` is not 0: it has the sign of `a`. */
export function remainder(a: Interval, b: Interval): Interval {
  const largest = Math.max(Math.abs(b.min), Math.abs(b.max)) - 1;
  const max = a.max > 0 ? Math.min(a.max, largest) : 0;
  const min = a.min < 0 ? Math.max(a.min, -largest) : 0;
  if (a.min >= 0 && b.min > a.max) {
    return interval(a.min, a.max, a.negativeZero);
  }
  return interval(min, max, a.min < 0 || a.negativeZero);
}

export function negate(a: Interval): Interval {
  return { min: 0 - a.max, max: 0 - a.min, negativeZero: canBeZero(a), nonZero: !canBeZero(a) };
}

/** JavaScript's conversion to 32 bits, which every bit operation begins with. */
export function toInt32(a: Interval): Interval {
  return within(a, INT32) ? interval(a.min, a.max) : INT32;
}

export function toUint32(a: Interval): Interval {
  return within(a, UINT32) ? interval(a.min, a.max) : UINT32;
}

/** The smallest 2^n − 1 that is not below `value`. */
function mask(value: number): number {
  let all = 0;
  while (all < value) {
    all = all * 2 + 1;
  }
  return all;
}

export function and(left: Interval, right: Interval): Interval {
  // The low 31 bits of a u32 are the same as those of its int32, so a mask may be applied before the conversion.
  const masks = [left, right].filter((side) => side.min >= 0 && side.max <= INT32.max);
  if (masks.length > 0) {
    return interval(0, Math.min(...masks.map((side) => side.max)));
  }
  return INT32;
}

export function or(left: Interval, right: Interval): Interval {
  const [a, b] = [toInt32(left), toInt32(right)];
  if (a.min >= 0 && b.min >= 0) {
    return interval(Math.max(a.min, b.min), mask(Math.max(a.max, b.max)));
  }
  return a.max < 0 || b.max < 0 ? interval(INT32.min, -1) : INT32;
}

export function xor(left: Interval, right: Interval): Interval {
  const [a, b] = [toInt32(left), toInt32(right)];
  return a.min >= 0 && b.min >= 0 ? interval(0, mask(Math.max(a.max, b.max))) : INT32;
}

/** How far a shift can go: JavaScript takes the count's low five bits. */
function count(a: Interval): Interval {
  return a.min >= 0 && a.max <= 31 ? a : interval(0, 31);
}

export function shiftLeft(left: Interval, by: Interval): Interval {
  const [a, n] = [toInt32(left), count(by)];
  const corners = [a.min * 2 ** n.min, a.min * 2 ** n.max, a.max * 2 ** n.min, a.max * 2 ** n.max];
  const result = interval(Math.min(...corners) + 0, Math.max(...corners) + 0);
  return within(result, INT32) ? result : INT32;
}

export function shiftRight(left: Interval, by: Interval): Interval {
  const [a, n] = [toInt32(left), count(by)];
  const corners = [a.min >> n.min, a.min >> n.max, a.max >> n.min, a.max >> n.max];
  return interval(Math.min(...corners), Math.max(...corners));
}

export function shiftRightUnsigned(left: Interval, by: Interval): Interval {
  const [a, n] = [toUint32(left), count(by)];
  return interval(a.min >>> n.max, a.max >>> n.min);
}

export function wrap(a: Interval, to: { readonly min: number; readonly max: number }): Interval {
  return within(a, to) ? interval(a.min, a.max) : interval(to.min, to.max);
}

export function clamp(a: Interval, to: { readonly min: number; readonly max: number }): Interval {
  const fit = (value: number): number => Math.min(Math.max(value, to.min), to.max);
  return interval(fit(a.min), fit(a.max), a.negativeZero);
}
