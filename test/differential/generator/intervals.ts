/** Between which integers a generated expression lies: a plain estimate, so that the program can wrap what it must. */

/** An integer expression. */
export interface Int {
  readonly text: string;
  readonly min: number;
  readonly max: number;
  /** It may be −0. */
  readonly negativeZero: boolean;
}

export function int(text: string, min: number, max: number, negativeZero = false): Int {
  return { text, min, max, negativeZero };
}

const MAX_INT = Number.MAX_SAFE_INTEGER;
const [LOW, HIGH] = [-2147483648, 2147483647];

export function isExact(value: Int): boolean {
  return value.min >= -MAX_INT && value.max <= MAX_INT;
}

function isPositive32(value: Int): boolean {
  return value.min >= 0 && value.max <= HIGH;
}

/** The smallest 2^n − 1 that is not below the value. */
function ones(value: number): number {
  let all = 0;
  while (all < value) {
    all = all * 2 + 1;
  }
  return all;
}

function product(text: string, a: Int, b: Int): Int {
  const corners = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max].map((value) => value + 0);
  return int(
    text,
    Math.min(...corners),
    Math.max(...corners),
    [a, b].some((side) => side.min < 0 || side.negativeZero),
  );
}

/** `a operator b`. */
export function combined(operator: string, a: Int, b: Int): Int {
  const text = `(${a.text} ${operator} ${b.text})`;
  switch (operator) {
    case "+":
      return int(text, a.min + b.min, a.max + b.max, a.negativeZero && b.negativeZero);
    case "-":
      return int(text, a.min - b.max, a.max - b.min, a.negativeZero);
    case "*":
      return product(text, a, b);
    case "&": {
      const masks = [a, b].filter(isPositive32).map((side) => side.max);
      return masks.length > 0 ? int(text, 0, Math.min(...masks)) : int(text, LOW, HIGH);
    }
    case "|":
    case "^":
      return isPositive32(a) && isPositive32(b) ? int(text, 0, ones(Math.max(a.max, b.max))) : int(text, LOW, HIGH);
    case ">>":
      return isPositive32(a) ? int(text, 0, a.max) : int(text, LOW, HIGH);
    case ">>>":
      return int(text, 0, isPositive32(a) ? a.max : 4294967295);
    case "%": {
      const most = Math.max(Math.abs(b.min), Math.abs(b.max)) - 1;
      return int(
        text,
        a.min < 0 ? Math.max(a.min, -most) : 0,
        Math.max(0, Math.min(a.max, most)),
        a.min < 0 || a.negativeZero,
      );
    }
    default:
      return int(text, LOW, HIGH);
  }
}

/** A choice between two. */
export function either(text: string, a: Int, b: Int): Int {
  return int(text, Math.min(a.min, b.min), Math.max(a.max, b.max), a.negativeZero || b.negativeZero);
}
