/**
 * What is known at one point of a function: an interval for each integer that can be named, linear facts between them, and
 * what is not null. The proofs are few: a goal holds by intervals alone, or after one or two facts are taken from it.
 */
import type { FieldInfo } from "../model/entities.ts";
import { type Interval, canBeZero, interval, join, meet, within } from "./interval.ts";
import {
  type Linear,
  atom,
  cancels,
  constant,
  exactSum,
  isExact,
  minus,
  plus,
  sameLinear,
  sameTerms,
  scale,
  substitute,
} from "./linear.ts";

/** Something that has one value until it is stored to: a local, a field reached from one, a view's length. */
export interface Atom {
  readonly key: string;
  readonly bounds: Interval;
  /** The local or module constant it starts from. */
  readonly root: string;
  /** Every field on the way: a store to one of them ends what is known. */
  readonly fields: readonly FieldInfo[];
}

/** More facts than a person would hold in mind are not worth their time. */
const MOST_FACTS = 96;

export class State {
  /** Shared by all states of one function: what each key is. */
  readonly atoms: Map<string, Atom>;
  private readonly intervals: Map<string, Interval>;
  /** Each is at most 0. */
  facts: readonly Linear[];
  /** What is not: `path` for not null, `path!text` for a variant that a tagged union is not. */
  private readonly nonNull: Set<string>;
  /** Counts what was forgotten, so that a value read before can tell that its atoms have moved on. */
  version: number;
  reachable: boolean;

  constructor(
    atoms: Map<string, Atom>,
    intervals = new Map<string, Interval>(),
    facts: readonly Linear[] = [],
    nonNull = new Set<string>(),
    version = 0,
  ) {
    this.atoms = atoms;
    this.intervals = intervals;
    this.facts = facts;
    this.nonNull = nonNull;
    this.version = version;
    this.reachable = true;
  }

  copy(): State {
    const copied = new State(this.atoms, new Map(this.intervals), this.facts, new Set(this.nonNull), this.version);
    copied.reachable = this.reachable;
    return copied;
  }

  unreachable(): State {
    const copied = this.copy();
    copied.reachable = false;
    return copied;
  }

  /** The interval of an atom as it was stored or tested, facts left aside. */
  known(key: string): Interval {
    return this.intervals.get(key) ?? this.atoms.get(key)!.bounds;
  }

  /** Narrows an atom; without a value that is left, the point can't be reached. */
  narrow(key: string, to: { readonly min: number; readonly max: number }): void {
    const before = this.known(key);
    if (to.max < before.min || to.min > before.max) {
      this.reachable = false;
      return;
    }
    this.intervals.set(key, meet(before, to));
  }

  /** Takes 0 out of an atom's interval, wherever in it it lies. */
  excludeZero(key: string): void {
    this.intervals.set(key, { ...this.known(key), nonZero: true, negativeZero: false });
  }

  /** Adds the fact `fact <= 0`, and what it says of each atom alone. */
  assume(fact: Linear): void {
    if (fact.terms.size === 0) {
      if (fact.constant > 0) {
        this.reachable = false;
      }
      return;
    }
    for (const [key, coefficient] of fact.terms) {
      const others = this.bounds(minus(fact, { terms: new Map([[key, coefficient]]), constant: 0 }));
      const limit = -others.min / coefficient;
      if (Number.isFinite(limit)) {
        this.narrow(
          key,
          coefficient > 0 ? { min: -Infinity, max: Math.floor(limit) } : { min: Math.ceil(limit), max: Infinity },
        );
      }
    }
    if (isExact(fact) && fact.terms.size > 1 && !this.facts.some((known) => sameLinear(known, fact))) {
      this.facts = [...this.facts.slice(-(MOST_FACTS - 1)), fact];
    }
  }

  /** The interval of a linear expression by the intervals of its atoms; without an end where that is beyond ±2^53. */
  bounds(linear: Linear): Interval {
    let min = linear.constant;
    let max = linear.constant;
    for (const [key, coefficient] of linear.terms) {
      const known = this.known(key);
      min = exactSum(min, coefficient, coefficient > 0 ? known.min : known.max);
      max = exactSum(max, coefficient, coefficient > 0 ? known.max : known.min);
    }
    return interval(Number.isNaN(min) ? -Infinity : min, Number.isNaN(max) ? Infinity : max);
  }

  /** The largest value by intervals and at most two facts. */
  largest(linear: Linear): number {
    let best = this.bounds(linear).max;
    for (const fact of this.facts) {
      if (cancels(fact, linear)) {
        best = Math.min(best, this.largestAfter(linear, fact));
      }
    }
    return best;
  }

  /** The same, when `fact` is the first that is used: 2·goal is tried where the fact speaks of 2·atom (halving). */
  private largestAfter(linear: Linear, fact: Linear): number {
    const factor = [...fact.terms.values()].some((coefficient) => Math.abs(coefficient) === 2) ? 2 : 1;
    const rest = minus(scale(linear, factor), fact);
    let best = this.bounds(rest).max;
    for (const second of this.facts) {
      if (second !== fact && cancels(second, rest)) {
        best = Math.min(best, this.greatestGap(rest, second));
      }
    }
    return Math.floor(best / factor);
  }

  /** The largest value of `a − b` by intervals. No other sum is asked for so often, so it is not written down first. */
  private greatestGap(a: Linear, b: Linear): number {
    let greatest = exactSum(a.constant, b.constant, -1);
    for (const [key, coefficient] of a.terms) {
      greatest = this.withGreatest(greatest, key, coefficient - (b.terms.get(key) ?? 0));
    }
    for (const [key, coefficient] of b.terms) {
      greatest = a.terms.has(key) ? greatest : this.withGreatest(greatest, key, -coefficient);
    }
    return Number.isNaN(greatest) ? Infinity : greatest;
  }

  private withGreatest(sum: number, key: string, coefficient: number): number {
    if (coefficient === 0) {
      return sum;
    }
    const { min, max } = this.known(key);
    return exactSum(sum, coefficient, coefficient > 0 ? max : min);
  }

  proves(goal: Linear): boolean {
    const isKnown =
      this.bounds(goal).max <= 0 ||
      this.facts.some((fact) => fact.constant >= goal.constant && sameTerms(fact, goal)) ||
      this.facts.some((fact) => cancels(fact, goal) && this.greatestGap(goal, fact) <= 0);
    // Two facts take long to go through: what one shows is asked first.
    return isKnown || this.largest(goal) <= 0;
  }

  /** The interval of a linear expression with the help of the facts. */
  range(linear: Linear): Interval {
    if (linear.terms.size === 0 && isExact(linear)) {
      return interval(linear.constant, linear.constant);
    }
    const max = this.largest(linear);
    const min = 0 - this.largest(minus(constant(0), linear));
    return min <= max ? interval(min, max) : interval(max, max);
  }

  isNonNull(key: string): boolean {
    return this.nonNull.has(key);
  }

  setNonNull(key: string, known: boolean): void {
    if (known) {
      this.nonNull.add(key);
    } else {
      this.nonNull.delete(key);
    }
  }

  /** Whether a tagged union is known not to be the variant. */
  excludes(key: string, text: string): boolean {
    return this.nonNull.has(`${key}!${text}`);
  }

  /** From here on the tagged union is none of these variants. */
  exclude(key: string, texts: Iterable<string>): void {
    for (const text of texts) {
      this.nonNull.add(`${key}!${text}`);
    }
  }

  /** Forgets what is known of the atoms that the test finds. */
  forget(test: (atom: Atom) => boolean): void {
    const gone = new Set<string>();
    for (const known of this.atoms.values()) {
      if (test(known)) {
        gone.add(known.key);
      }
    }
    if (gone.size === 0) {
      return;
    }
    this.version++;
    for (const key of gone) {
      this.intervals.delete(key);
    }
    for (const known of this.nonNull) {
      if (gone.has(known.split("!")[0])) {
        this.nonNull.delete(known);
      }
    }
    this.facts = this.facts.filter((fact) => ![...fact.terms.keys()].some((key) => gone.has(key)));
  }

  /** A store to a field, through whatever reference. */
  forgetField(field: FieldInfo): void {
    this.forget((known) => known.fields.includes(field));
  }

  /** A new value of the atom: `linear` may speak of its old one. */
  assign(key: string, value: Interval, linear: Linear | undefined): void {
    const own = linear?.terms.get(key);
    if (linear !== undefined && own === 1) {
      // x = x + rest: the old x is the new one less the rest, so every fact goes on.
      const old = minus(atom(key), minus(linear, atom(key)));
      this.facts = this.facts.map((fact) => substitute(fact, key, old)).filter(isExact);
      this.version++;
      this.intervals.set(key, value);
      return;
    }
    const carried = withoutAtom(this.facts, key);
    this.forget((known) => known.key === key);
    this.intervals.set(key, value);
    for (const fact of carried) {
      this.assume(fact);
    }
    if (linear !== undefined && own === undefined && linear.terms.size > 0) {
      this.assume(minus(atom(key), linear));
      this.assume(minus(linear, atom(key)));
    }
  }

  /** What holds on both of two ways. */
  static join(a: State, b: State, candidates: readonly Linear[] = []): State {
    if (!a.reachable || !b.reachable) {
      return a.reachable ? a : b;
    }
    const intervals = new Map<string, Interval>();
    for (const key of new Set([...a.intervals.keys(), ...b.intervals.keys()])) {
      intervals.set(key, join(a.known(key), b.known(key)));
    }
    const facts = [
      ...a.facts.filter((fact) => b.proves(fact)),
      ...b.facts.filter((fact) => !a.facts.some((known) => sameLinear(known, fact)) && a.proves(fact)),
    ];
    for (const fact of candidates) {
      if (!facts.some((known) => sameLinear(known, fact)) && a.proves(fact) && b.proves(fact)) {
        facts.push(fact);
      }
    }
    const nonNull = new Set([...a.nonNull].filter((key) => b.nonNull.has(key)));
    // The last ones are a loop's guesses, which can be spared first.
    return new State(a.atoms, intervals, facts.slice(0, MOST_FACTS), nonNull, Math.max(a.version, b.version) + 1);
  }

  /** Whether everything that `this` claims holds in `other`. */
  covers(other: State): boolean {
    if (!other.reachable) {
      return true;
    }
    for (const [key, value] of this.intervals) {
      const theirs = other.known(key);
      const isWeaker = (theirs.negativeZero && !value.negativeZero) || (canBeZero(theirs) && value.nonZero);
      if (!within(theirs, value) || isWeaker) {
        return false;
      }
    }
    return this.facts.every((fact) => other.proves(fact)) && [...this.nonNull].every((key) => other.nonNull.has(key));
  }

  /** `this` with every bound that `next` moved pushed out to the next threshold, and only the facts that last. */
  widen(next: State, thresholdsOf: (key: string) => readonly number[], keepNewFacts: boolean): State {
    const intervals = new Map<string, Interval>();
    for (const [key, after] of next.intervals) {
      const before = this.known(key);
      const thresholds = thresholdsOf(key);
      const min =
        after.min < before.min ? (thresholds.findLast((value) => value <= after.min) ?? -Infinity) : before.min;
      const max = after.max > before.max ? (thresholds.find((value) => value >= after.max) ?? Infinity) : before.max;
      const bounds = this.atoms.get(key)!.bounds;
      intervals.set(key, { ...join(before, after), min: Math.max(min, bounds.min), max: Math.min(max, bounds.max) });
    }
    const facts = keepNewFacts
      ? next.facts
      : this.facts.filter((fact) => next.facts.some((known) => sameLinear(known, fact)));
    const nonNull = new Set([...this.nonNull].filter((key) => next.nonNull.has(key)));
    return new State(this.atoms, intervals, facts, nonNull, Math.max(this.version, next.version) + 1);
  }
}

/** More facts than this are not carried on over a store. */
const MOST_CARRIED = 6;

/** What two facts say together without the atom between them: `a <= key` and `key <= b` leave `a <= b`. */
function withoutAtom(facts: readonly Linear[], key: string): Linear[] {
  const above = facts.filter((fact) => fact.terms.get(key) === 1);
  const below = facts.filter((fact) => fact.terms.get(key) === -1);
  return above
    .flatMap((upper) => below.map((lower) => plus(upper, lower)))
    .filter(({ terms }) => terms.size === 2)
    .slice(0, MOST_CARRIED);
}
