/**
 * Generic functions, classes and records: for each use with other types a copy of the syntax, in which the type parameters
 * stand for these types. The copies know where they come from, so that `tsc`'s checker can still be asked.
 */
import type ts from "typescript";
import { sameType, typeName, type Type } from "./types.ts";

export type Generic = ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration;

export interface Instance<T extends Generic = Generic> {
  readonly copy: T;
  readonly arguments: readonly Type[];
  /** The types by the declarations of their parameters. */
  readonly types: ReadonlyMap<ts.Node, Type>;
  /** `<u8>`. */
  readonly suffix: string;
  /** The copies of the declarations inside, by the originals. */
  readonly inside: ReadonlyMap<ts.Node, ts.Node>;
}

/** Nobody writes a type of so many that lie in each other, or uses a declaration with so many. */
const MOST_NESTED = 8;
const MOST_COPIES = 500;

export class Instances {
  private readonly byOriginal = new Map<ts.Node, Instance[]>();
  private readonly originals = new WeakMap<ts.Node, ts.Node>();
  private readonly roots = new WeakMap<ts.Node, Instance>();

  /** The node of the program that a copy was made from; any other node is its own. */
  original<T extends ts.Node>(node: T): T {
    return (this.originals.get(node) as T | undefined) ?? node;
  }

  /** The copy that a node lies in. */
  around(node: ts.Node): Instance | undefined {
    return this.roots.get(node);
  }

  /** All copies of a generic declaration. */
  all(original: ts.Node): readonly Instance[] {
    return this.byOriginal.get(original) ?? [];
  }

  /** Whether a copy for these types would be one of ever more, since each needs the next. */
  isEndless(original: ts.Node, given: readonly Type[]): boolean {
    return this.all(original).length >= MOST_COPIES || given.some((type) => this.depth(type) > MOST_NESTED);
  }

  /** How many declarations lie around each other in a type: 2 for `Box<Box<u8>>`. */
  private depth(type: Type): number {
    switch (type.kind) {
      case "nullable":
        return 1 + this.depth(type.of);
      case "fixed":
      case "table":
        return 1 + this.depth(type.element);
      case "class":
        return this.depthAround(type.class.declaration);
      case "record":
        return this.depthAround(type.record.declaration);
      default:
        return 0;
    }
  }

  private depthAround(declaration: ts.Node): number {
    const given = this.around(declaration)?.arguments ?? [];
    return given.reduce((most, type) => Math.max(most, 1 + this.depth(type)), 0);
  }

  /** The copy for these types, made where it is new. */
  of<T extends Generic>(original: T, given: readonly Type[]): Instance<T> {
    const known = this.all(original).find((each) =>
      each.arguments.every((type, index) => sameType(type, given[index])),
    );
    if (known !== undefined) {
      return known as Instance<T>;
    }
    const parameters = original.typeParameters ?? [];
    const types = new Map<ts.Node, Type>(parameters.map((parameter, index) => [parameter, given[index]]));
    const inside = new Map<ts.Node, ts.Node>();
    const nodes: ts.Node[] = [];
    const copy = this.copyTree(original, original.parent, inside, nodes);
    inside.delete(original); // Its name stands for all copies, also in one of them.
    const instance = { copy, arguments: given, types, suffix: `<${given.map(typeName).join(", ")}>`, inside };
    for (const node of nodes) {
      this.roots.set(node, instance);
    }
    this.byOriginal.set(original, [...this.all(original), instance]);
    return instance;
  }

  private copyTree<T extends ts.Node>(node: T, parent: ts.Node, inside: Map<ts.Node, ts.Node>, nodes: ts.Node[]): T {
    const copy = Object.create(Object.getPrototypeOf(node) as object) as T & Record<string, unknown>;
    this.originals.set(copy, this.original(node));
    inside.set(this.original(node), copy);
    nodes.push(copy);
    for (const [name, value] of Object.entries(node) as [string, unknown][]) {
      Object.defineProperty(copy, name, { value, writable: true, enumerable: true, configurable: true });
      if (name !== "parent" && isChild(value, node)) {
        (copy as Record<string, unknown>)[name] = this.copyTree(value, copy, inside, nodes);
      } else if (name !== "jsDoc" && isChildren(value, node)) {
        const children = value.map((child) => this.copyTree(child, copy, inside, nodes));
        const { pos, end } = value as unknown as ts.NodeArray<ts.Node>;
        (copy as Record<string, unknown>)[name] = Object.assign(children, { pos, end });
      }
    }
    return Object.assign(copy, { parent });
  }
}

function isChild(value: unknown, parent: ts.Node): value is ts.Node {
  return typeof value === "object" && value !== null && "kind" in value && (value as ts.Node).parent === parent;
}

function isChildren(value: unknown, parent: ts.Node): value is ts.Node[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => isChild(each, parent));
}
