/**
 * Lower: one function of the program, from TypeScript's syntax to the tree that is nearly C. What JavaScript evaluates
 * first and C might not is put into temporaries before.
 */
import ts from "typescript";
import { effectsOf, hasEffect } from "../check/effects.ts";
import type { Effects, FunctionInfo, LocalInfo, RecordInfo, TaggedInfo } from "../model/entities.ts";
import { bare } from "../model/bare.ts";
import { isReserved, isReservedInside } from "../model/c-names.ts";
import { snake } from "../model/names.ts";
import type { Program } from "../model/program.ts";
import type { Results } from "../infer/results.ts";
import type { NullableType, Type } from "../model/types.ts";
import type { Interval } from "../infer/interval.ts";
import { lowerExpression } from "./expressions.ts";
import { memberName, variantName } from "./names.ts";
import { convert, operationType, type Lowered } from "./integers.ts";
import { cType, isMaybe } from "./types.ts";
import { type CExpression, type CStatement, literal, name } from "./tree.ts";

/** What the C of a module refers to; filled while its functions are lowered. */
export interface Uses {
  readonly declarations: Set<ts.Node>;
  unionTexts: Set<string>;
  console: boolean;
  /** It computes with fractions. */
  floats: boolean;
}

export class Lowering {
  readonly program: Program;
  readonly results: Results;
  readonly current: FunctionInfo | undefined;
  readonly uses: Uses;
  /** Where statements go that have to come before the expression that is being lowered. */
  out: CStatement[] = [];
  /** What `continue` has to be where C's own would skip the step of a loop. */
  readonly continueLabels: (string | undefined)[] = [];
  readonly mentioned = new Set<string>();
  private readonly scopes: Map<string, string>[];
  private temporaries = 0;

  constructor(
    program: Program,
    results: Results,
    current: FunctionInfo | undefined,
    uses: Uses,
    taken: ReadonlySet<string>,
  ) {
    this.program = program;
    this.results = results;
    this.current = current;
    this.uses = uses;
    this.scopes = [new Map([...taken].map((each) => [each, each]))];
  }

  expression(node: ts.Expression): Lowered {
    return lowerExpression(this, node);
  }

  /** The expression where a value of the type is wanted, which is `wanted` in C. */
  into(node: ts.Expression, type: Type, wanted = cType(type)): CExpression {
    return this.converted(node, this.expression(node), type, wanted);
  }

  /** What was lowered from the node, where a value of the type is wanted. */
  converted(node: ts.Expression, value: Lowered, type: Type, wanted = cType(type)): CExpression {
    if (type.kind === "table" && value.type === "array") {
      return this.tableView(node, value.tree, type);
    }
    return this.convertTo(value, this.typeOf(node), type, wanted);
  }

  /** A constant table where its name is not enough: with its length. */
  private tableView(node: ts.Expression, data: CExpression, type: Type): CExpression {
    const declaration = this.program.entity(bare(node)) as ts.Declaration;
    const { length } = this.program.constant(declaration)!.value as ArrayLike<unknown>;
    const fields = [
      ["data", data],
      ["length", literal(String(length))],
    ] as const;
    return { kind: "compound", type: cType(type), fields };
  }

  /** Conversions between ts2c's types: an int to another, a union to its text, a view to `Bytes`. */
  convertTo(value: Lowered, from: Type | undefined, type: Type, wanted = cType(type)): CExpression {
    if (isMaybe(type) && value.type !== cType(type)) {
      return this.maybe(value, from, type);
    }
    if (type.kind === "tagged" && from?.kind === "record") {
      return taggedOf(value.tree, from.record, type.tagged);
    }
    if (from?.kind === "union" && type.kind === "text") {
      return this.unionText(from, value.tree);
    }
    if (type.kind === "view" && type.readonly && value.type === "ts_span_u8") {
      return asBytes(value.tree);
    }
    return convert(value, wanted);
  }

  /** A value, or `null`, where `T | null` is wanted. */
  private maybe(value: Lowered, from: Type | undefined, type: NullableType): CExpression {
    const present: readonly [string, CExpression] = ["present", literal(String(value.type !== "NULL"))];
    const inside: (readonly [string, CExpression])[] =
      value.type === "NULL" ? [] : [["value", this.convertTo(value, from, type.of)]];
    return { kind: "compound", type: cType(type), fields: [present, ...inside] };
  }

  unionText(from: Extract<Type, { kind: "union" }>, value: CExpression): CExpression {
    this.uses.unionTexts.add(from.union.cName);
    return { kind: "index", array: name(`${from.union.cName}_texts`), index: value };
  }

  typeOf(node: ts.Expression): Type | undefined {
    return this.results.values.get(node)?.type;
  }

  intervalOf(node: ts.Node): Interval | undefined {
    return this.results.values.get(node)?.interval;
  }

  effects(node: ts.Node): Effects {
    return effectsOf(this.program, node);
  }

  hasEffect(node: ts.Node): boolean {
    return hasEffect(this.effects(node));
  }

  /** Lowers what JavaScript evaluates from left to right; C gets it in an order that can't be told from that. */
  inOrder(nodes: readonly ts.Node[], lower: readonly (() => Lowered)[]): Lowered[] {
    return lower.map((each, index) => {
      const value = each();
      const disturbed = this.isDisturbed(nodes[index], nodes.slice(index + 1));
      return disturbed ? this.saveFrom(nodes[index], value) : value;
    });
  }

  /** Whether it can be told if the node is evaluated after one of the later ones. */
  isDisturbed(node: ts.Node, later: readonly ts.Node[]): boolean {
    const effects = this.effects(node);
    return later.some((each) => interferes(effects, this.effects(each)));
  }

  /** Puts what a node gives into a temporary now; of an array with its length in its type that is where it lies. */
  saveFrom(node: ts.Node, value: Lowered): Lowered {
    const type = value.type === "array" ? cType(this.results.values.get(node)!.type) : value.type;
    return { ...value, tree: this.temporary(type, value.tree) };
  }

  /** Puts the value into a temporary now. */
  save(value: Lowered): Lowered {
    const temporary = this.temporary(value.type, value.tree);
    return { ...value, tree: temporary };
  }

  temporary(type: string, value: CExpression | undefined): CExpression {
    this.temporaries++;
    const own = this.declareName(`value_${String(this.temporaries)}`);
    this.out.push({ kind: "declare", type, name: own, ...(value && { value }), isConst: value !== undefined });
    return name(own);
  }

  /** What a value does on the way, where the value itself is known or not wanted. */
  keepEffect(node: ts.Node, value: CExpression): void {
    if (this.hasEffect(node) && value.kind !== "literal" && value.kind !== "name") {
      this.out.push({ kind: "expression", value: { kind: "cast", type: "void", operand: value } });
    }
  }

  /** Runs `lower` and returns the statements that it put out. */
  collect(lower: () => void): CStatement[] {
    const before = this.out;
    this.out = [];
    lower();
    const collected = this.out;
    this.out = before;
    return collected;
  }

  enterScope(): void {
    this.scopes.push(new Map());
  }

  leaveScope(): void {
    this.scopes.pop();
  }

  /** A name that no scope around uses. */
  declareName(wanted: string, isTaken = isReservedInside): string {
    const base = isTaken(wanted) ? `${wanted}_` : wanted;
    let chosen = base;
    for (let count = 2; this.scopes.some((scope) => scope.has(chosen)); count++) {
      chosen = `${base}_${String(count)}`;
    }
    this.scopes[this.scopes.length - 1].set(chosen, chosen);
    return chosen;
  }

  /** A name for a label, of which C has one scope in a whole function. */
  declareLabel(wanted: string): string {
    const chosen = this.declareName(wanted);
    this.scopes[0].set(chosen, chosen);
    return chosen;
  }

  declareLocal(local: LocalInfo): string {
    // Names in capitals are for the preprocessor.
    // A pointer to a function is called, and may not look like a call of C's.
    const isTaken = local.type.kind === "function" ? isReserved : isReservedInside;
    local.cName = this.declareName(snake(local.name).toLowerCase(), isTaken);
    return local.cName;
  }

  /** The type in which integers of these are compared or combined. */
  operationType(values: readonly Lowered[], result?: Interval): string {
    const intervals = values.map((value) => value.interval!);
    return operationType(
      result === undefined ? intervals : [...intervals, result],
      values.map((value) => value.type),
    );
  }
}

/** A variant where the tagged union is wanted. */
function taggedOf(value: CExpression, record: RecordInfo, info: TaggedInfo): CExpression {
  const text = record.tag!.text;
  const tag: readonly [string, CExpression] = ["tag", name(memberName(info.tags.cName, text))];
  const fields = record.fields.length === 0 ? [] : ([[variantName(text), value]] as const);
  return { kind: "compound", type: `${info.cName}_t`, fields: [tag, ...fields] };
}

/** A view of bytes as a read-only one; one that is just being made is made read-only at once. */
export function asBytes(tree: CExpression): CExpression {
  if (tree.kind === "compound") {
    return { ...tree, type: "ts_bytes" };
  }
  if (tree.kind === "call" && /^ts_span_u8_(subarray|slice)$/.test(tree.callee)) {
    const [view, ...ends] = tree.arguments;
    return { kind: "call", callee: tree.callee.replace("span_u8", "bytes"), arguments: [asBytes(view), ...ends] };
  }
  return { kind: "call", callee: "ts_as_bytes", arguments: [tree] };
}

/** Whether one of the two can be told from the order in which both are evaluated. */
function interferes(a: Effects, b: Effects): boolean {
  const touches = (x: Effects, y: Effects): boolean =>
    [...x.writes].some((field) => y.reads.has(field) || y.writes.has(field)) ||
    (x.writesElements && (y.readsElements || y.writesElements)) ||
    (x.world && hasEffect(y));
  return touches(a, b) || touches(b, a);
}
