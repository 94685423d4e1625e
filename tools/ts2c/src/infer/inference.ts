/**
 * Infer: walks a function with what is known at each point, gives every expression its type and interval, and refuses what
 * is not proven. Loops are walked until what is known at their head lasts; only the last walk records and complains.
 */
import ts from "typescript";
import { type Diagnostic, refuse } from "../diagnostics.ts";
import type { FieldInfo, FunctionInfo, LocalDeclaration, LocalInfo } from "../model/entities.ts";
import type { Program } from "../model/program.ts";
import { ERROR, MAX_LENGTH, isAssignable, typeName, type IntType, type Type } from "../model/types.ts";
import { withLength } from "./arrays.ts";
import { evaluateExpression } from "./expressions.ts";
import { ANY_INT, type Interval, interval, join, meet, show, within } from "./interval.ts";
import { type Linear, atom, minus, plus } from "./linear.ts";
import type { Results } from "./results.ts";
import { type Atom, State } from "./state.ts";

/** What is known of an expression's value. */
export interface Value {
  readonly type: Type;
  readonly interval?: Interval | undefined;
  /** The integer as an expression over atoms, as long as `version` is the state's. */
  readonly linear?: Linear | undefined;
  readonly version?: number;
  /** The path of a place or field: `this.line`. */
  readonly path?: Path | undefined;
  /** Integers: it is at most each of these. */
  readonly atMost?: readonly Linear[];
  /** Integers: it is at least each of these. */
  readonly atLeast?: readonly Linear[];
  /** Integers: it is this, halved and rounded down. */
  readonly halfOf?: Linear;
  /** Views: their length. */
  readonly length?: Linear | undefined;
  readonly lengthRange?: Interval | undefined;
  /** Of `subarray`: both ends are proven to lie inside, in order. */
  readonly isSlice?: boolean;
  /** Constants: what transpiling computed. */
  readonly constant?: unknown;
}

export interface Path {
  readonly key: string;
  readonly root: string;
  readonly fields: readonly FieldInfo[];
}

export interface Jump {
  readonly isLoop: boolean;
  readonly breaks: State[];
  readonly continues: State[];
}

export class Inference {
  readonly program: Program;
  readonly results: Results;
  /** The function that is walked; none for top-level code. */
  readonly current: FunctionInfo | undefined;
  state: State;
  recording = true;
  readonly jumps: Jump[] = [];
  /** The comparisons of a loop's first walk, each as something that is at most 0. */
  tested: Linear[] | undefined;
  makesLocalPlace = false;
  readonly thresholds: readonly number[];
  private readonly keys = new Map<ts.Node, string>();
  private readonly stored = new Map<ts.Node, Interval>();

  constructor(program: Program, results: Results, current: FunctionInfo | undefined, thresholds: readonly number[]) {
    this.program = program;
    this.results = results;
    this.current = current;
    this.thresholds = thresholds;
    this.state = new State(new Map<string, Atom>());
  }

  complain(diagnostic: Diagnostic): void {
    if (this.recording && this.state.reachable) {
      this.program.diagnostics.add(diagnostic);
    }
  }

  /** The value of an expression; `expected` is the type of the place that it is for, where that is known. */
  evaluate(node: ts.Expression, expected?: Type): Value {
    const value = evaluateExpression(this, node, expected);
    this.record(node, value);
    return value;
  }

  record(node: ts.Node, value: Value): void {
    if (!this.recording || !this.state.reachable) {
      return;
    }
    // What is looked at twice has to be proven both times.
    const isSlice = value.isSlice === true && this.results.values.get(node)?.isSlice !== false;
    this.results.values.set(node, { type: value.type, interval: value.interval, isSlice });
    this.results.observe?.(node, this);
  }

  /** An integer's value; after a diagnostic any integer. */
  integer(node: ts.Expression): Value & { readonly interval: Interval } {
    return this.asInteger(node, this.evaluate(node));
  }

  /** The same for a value that is known already. */
  asInteger(node: ts.Expression, value: Value): Value & { readonly interval: Interval } {
    if (value.interval !== undefined) {
      return { ...value, interval: value.interval };
    }
    if (value.type.kind === "nullable" && value.type.of.kind === "int") {
      this.complain(refuse.maybeNull(node, shortText(node)));
    } else if (value.type.kind !== "error") {
      this.complain(refuse.notInteger(node, typeName(value.type)));
    }
    return { type: ERROR, interval: ANY_INT };
  }

  /** The linear form of a value, unless something it speaks of was stored to since. */
  linearOf(value: Value): Linear | undefined {
    const holds = value.linear?.terms.size === 0 || value.version === this.state.version;
    return holds ? value.linear : undefined;
  }

  /** Evaluates what is stored into a declared type, and refuses what does not fit. */
  stores(node: ts.Expression, type: Type, what: string): Value {
    const value = withLength(this, node, this.evaluate(node, type));
    this.fits(node, value, type, what);
    return value;
  }

  fits(node: ts.Node, value: Value, type: Type, what: string): void {
    const inside = type.kind === "nullable" ? type.of : type;
    if (!isAssignable(value.type, type)) {
      if (value.type.kind === "nullable" && isAssignable(value.type.of, type)) {
        this.complain(refuse.maybeNull(node, shortText(node)));
        return;
      }
      const names = [typeName(value.type), typeName(type)] as const;
      const areUnions = value.type.kind === "union" && inside.kind === "union";
      this.complain(
        areUnions
          ? refuse.otherUnion(node, ...names, value.type.union.members[0])
          : refuse.notAssignable(node, ...names),
      );
      return;
    }
    if (inside.kind === "float" && value.interval?.negativeZero) {
      this.complain(refuse.negativeZero(node, shortText(node)));
    }
    if (inside.kind === "int" && value.interval !== undefined) {
      this.fitsInterval(node, value.interval, inside, what);
    }
  }

  private fitsInterval(node: ts.Node, value: Interval, type: IntType, what: string): void {
    if (!within(value, type)) {
      const [text, wanted] = [shortText(node), show(interval(type.min, type.max))];
      this.complain(refuse.doesNotFit(node, text, show(value), what, wanted, missingTest(text, value, type)));
    } else if (value.negativeZero) {
      this.complain(refuse.negativeZero(node, shortText(node)));
    }
  }

  /** The key of a local, a parameter or a module constant. */
  keyOf(declaration: ts.Node): string {
    let key = this.keys.get(declaration);
    if (key === undefined) {
      const name = isNamed(declaration) ? declaration.name.getText() : "";
      key = `${name}#${String(this.keys.size)}`;
      this.keys.set(declaration, key);
    }
    return key;
  }

  /** Makes sure that the path can be spoken of in facts. */
  atom(path: Path, bounds: Interval): Linear {
    if (!this.state.atoms.has(path.key)) {
      this.state.atoms.set(path.key, { key: path.key, bounds, root: path.root, fields: path.fields });
    }
    return atom(path.key);
  }

  /** The length of a view that is reached by a path. */
  lengthAtom(path: Path): Linear {
    return this.atom({ ...path, key: `${path.key}.length` }, interval(0, MAX_LENGTH));
  }

  /** An integer that is reached by a path, with all that is known of it. */
  atPath(path: Path, type: IntType): Value {
    const linear = this.atom(path, interval(type.min, type.max));
    const known = this.state.known(path.key);
    const range = this.state.range(linear);
    return {
      type,
      interval: { ...known, min: range.min, max: range.max },
      linear,
      version: this.state.version,
      path,
    };
  }

  /** A local's new value. */
  storeLocal(local: LocalInfo, value: Value): void {
    const key = this.keyOf(local.declaration);
    if (local.type.kind === "nullable") {
      this.storeNullable({ key, root: key, fields: [] }, local.type.of, value);
      return;
    }
    if (local.type.kind !== "int") {
      this.state.forget((known) => known.root === key);
      this.rememberLength(key, value);
      return;
    }
    // What does not fit is told where it is stored, and not again at each use.
    const range = meet(value.interval ?? ANY_INT, local.annotated ? local.type : ANY_INT);
    const path = { key, root: key, fields: [] };
    this.atom(path, local.annotated ? interval(local.type.min, local.type.max) : ANY_INT);
    const linear = this.linearOf(value);
    const before = this.state.version;
    const [atMost, atLeast] = value.version === this.state.version ? [value.atMost, value.atLeast] : [[], []];
    this.state.assign(key, range, linear);
    this.rememberLimits(key, atMost ?? [], atLeast ?? []);
    if (value.halfOf !== undefined && value.version === before && !value.halfOf.terms.has(key)) {
      const twice = { terms: new Map([[key, 2]]), constant: 0 };
      this.state.assume(minus(twice, value.halfOf));
      this.state.assume(plus(minus(value.halfOf, twice), { terms: new Map(), constant: -1 }));
      this.rememberMiddle(key, value.halfOf);
    }
    if (this.recording && this.state.reachable) {
      const seen = this.stored.get(local.declaration);
      this.stored.set(local.declaration, seen === undefined ? range : join(seen, range));
    }
  }

  /** A new value of a variable or field that may be null: from now on it is known whether it is. */
  storeNullable(path: Path, of: Type, value: Value): void {
    const linear = this.linearOf(value);
    this.atom(path, of.kind === "int" ? interval(of.min, of.max) : interval(0, 0));
    this.state.forget((known) => known.key === path.key || known.key.startsWith(`${path.key}.`));
    const isNonNull = !["null", "nullable", "error"].includes(value.type.kind);
    if (isNonNull && of.kind === "int" && value.interval !== undefined) {
      this.state.assign(path.key, value.interval, linear);
    }
    this.state.setNonNull(path.key, isNonNull);
  }

  /** The middle of two is at most the larger one, and below it where they differ. */
  private rememberMiddle(key: string, sum: Linear): void {
    for (const end of sum.terms.keys()) {
      const above = minus(sum, { terms: new Map([[end, 2]]), constant: 0 });
      const gap = minus(atom(key), atom(end));
      if (this.state.proves({ ...above, constant: above.constant + 1 })) {
        this.state.assume({ ...gap, constant: 1 });
      } else if (this.state.proves(above)) {
        this.state.assume(gap);
      }
    }
  }

  private rememberLimits(key: string, atMost: readonly Linear[], atLeast: readonly Linear[]): void {
    for (const limit of atMost) {
      if (!limit.terms.has(key)) {
        this.state.assume({ terms: new Map([...negated(limit), [key, 1]]), constant: -limit.constant });
      }
    }
    for (const limit of atLeast) {
      if (!limit.terms.has(key)) {
        this.state.assume({ terms: new Map([...limit.terms, [key, -1]]), constant: limit.constant });
      }
    }
  }

  private rememberLength(key: string, value: Value): void {
    if (value.length === undefined || value.version !== this.state.version) {
      return;
    }
    this.lengthAtom({ key, root: key, fields: [] });
    this.state.assign(`${key}.length`, value.lengthRange ?? interval(0, MAX_LENGTH), value.length);
  }

  /** The types of locals without annotation, now that every store was seen. */
  settleLocals(): void {
    for (const [declaration, range] of this.stored) {
      const local = this.results.locals.get(declaration)!;
      if (!local.annotated) {
        local.type = { kind: "int", min: range.min, max: range.max };
      }
    }
  }

  /** After a call: what the callee may have stored to is forgotten. */
  afterCall(info: FunctionInfo): void {
    for (const field of info.effects.writes) {
      this.state.forgetField(field);
    }
  }
}

function negated(linear: Linear): [string, number][] {
  return [...linear.terms].map(([key, coefficient]) => [key, -coefficient]);
}

function isNamed(node: ts.Node): node is LocalDeclaration {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
}

/** The expression as written, cut where it is long. */
export function shortText(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What would have to be known of a value that has a name; "" where a test could not speak of it. */
function missingTest(text: string, value: Interval, type: IntType): string {
  const low = value.min < type.min ? [`${text} >= ${String(type.min)}`] : [];
  const high = value.max > type.max ? [`${text} <= ${String(type.max)}`] : [];
  return /^[\w.]+$/.test(text) ? [...low, ...high].join(" && ") : "";
}
