/**
 * Linear expressions over atoms (locals, fields, lengths): `i + 2 − bytes.length` is {i: 1, bytes.length: −1} and 2. A
 * fact says that one of them is at most 0. Beyond ±2^53 doubles are not exact: then the constant is NaN, and nothing follows
 * from the expression.
 */
export interface Linear {
  readonly terms: ReadonlyMap<string, number>;
  readonly constant: number;
}

export function constant(value: number): Linear {
  return { terms: new Map(), constant: value };
}

export function atom(key: string): Linear {
  return { terms: new Map([[key, 1]]), constant: 0 };
}

export function plus(a: Linear, b: Linear, factor = 1): Linear {
  const terms = new Map(a.terms);
  let holds = true;
  for (const [key, coefficient] of b.terms) {
    const sum = exactSum(terms.get(key) ?? 0, coefficient, factor);
    holds &&= !Number.isNaN(sum);
    if (sum === 0) {
      terms.delete(key);
    } else {
      terms.set(key, sum);
    }
  }
  return { terms, constant: holds ? exactSum(a.constant, b.constant, factor) : NaN };
}

/** Whether doubles hold all of it. */
export function isExact(a: Linear): boolean {
  return !Number.isNaN(a.constant);
}

/** `sum + a * b`; NaN where a double does not hold it, or what it is made of. */
export function exactSum(sum: number, a: number, b: number): number {
  const product = a * b;
  const total = sum + product;
  return Number.isSafeInteger(product) && Number.isSafeInteger(total) ? total : NaN;
}

export function minus(a: Linear, b: Linear): Linear {
  return plus(a, b, -1);
}

export function scale(a: Linear, factor: number): Linear {
  return plus(constant(0), a, factor);
}

/** `a` with every `key` replaced by `by`. */
export function substitute(a: Linear, key: string, by: Linear): Linear {
  const coefficient = a.terms.get(key);
  if (coefficient === undefined) {
    return a;
  }
  const terms = new Map(a.terms);
  terms.delete(key);
  return plus({ terms, constant: a.constant }, by, coefficient);
}

export function sameLinear(a: Linear, b: Linear): boolean {
  return a.constant === b.constant && sameTerms(a, b);
}

/** Whether the two differ by a constant at most. */
export function sameTerms(a: Linear, b: Linear): boolean {
  if (a.terms.size !== b.terms.size) {
    return false;
  }
  for (const [key, coefficient] of a.terms) {
    if (b.terms.get(key) !== coefficient) {
      return false;
    }
  }
  return true;
}

/** Whether `b − a` has less of some atom than `b`. */
export function cancels(a: Linear, b: Linear): boolean {
  for (const [key, coefficient] of a.terms) {
    if (coefficient * (b.terms.get(key) ?? 0) > 0) {
      return true;
    }
  }
  return false;
}

/** The fact that `a` is at most 0, as a person would write it: `i + 2 <= bytes.length`. */
export function showFact(a: Linear, name: (key: string) => string): string {
  const side = (sign: 1 | -1, constant: number): string => {
    const terms = [...a.terms].filter(([, factor]) => factor * sign > 0);
    const parts = terms.map(([key, factor]) => `${factor * sign === 1 ? "" : `${factor * sign} * `}${name(key)}`);
    return [...parts, ...(constant !== 0 || parts.length === 0 ? [String(constant)] : [])].join(" + ");
  };
  return a.constant > 0
    ? `${side(1, a.constant - 1)} < ${side(-1, 0)}`
    : `${side(1, 0)} <= ${side(-1, 0 - a.constant)}`;
}
