/** What a random program is made of: its types, its declarations and what is in scope at one place. */
import type { Random } from "../random.ts";

export interface IntType {
  readonly kind: "int";
  /** As it is written: `u8`, `range<0, 9>`. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

export interface UnionType {
  readonly kind: "union";
  readonly name: string;
  readonly members: readonly string[];
}

export interface RecordType {
  readonly kind: "record";
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: Type }[];
}

/** A typed array by its JavaScript name, or `Bytes`. */
export interface ViewType {
  readonly kind: "view";
  readonly name: string;
  readonly element: IntType;
}

export interface FixedType {
  readonly kind: "fixed";
  readonly name: string;
  readonly element: Type;
  readonly length: number;
}

export interface ClassType {
  readonly kind: "class";
  readonly name: string;
  readonly fields: readonly Field[];
  readonly methods: Callable[];
  /** The types of the constructor's parameters. */
  readonly takes: readonly Type[];
}

export interface EnumType {
  readonly kind: "enum";
  readonly name: string;
  readonly members: readonly { readonly name: string; readonly value: number }[];
}

/** A union of records, of which the field `kind` says which one it is. */
export interface TaggedType {
  readonly kind: "tagged";
  readonly name: string;
  readonly variants: readonly (RecordType & { readonly tag: string })[];
}

/** A value, or null. */
export interface MaybeType {
  readonly kind: "maybe";
  readonly name: string;
  readonly of: Type;
}

export type Type =
  | IntType
  | { readonly kind: "float"; readonly name: "f64" }
  | EnumType
  | TaggedType
  | MaybeType
  | { readonly kind: "bool"; readonly name: "boolean" }
  | { readonly kind: "text"; readonly name: "string" }
  | UnionType
  | RecordType
  | ViewType
  | FixedType
  | ClassType;

export interface Field {
  readonly name: string;
  readonly type: Type;
  /** It can be assigned to. */
  readonly isMutable: boolean;
  /** Views: how long it is, where the program says. */
  readonly length: number | undefined;
  /** It is \`C | null\`. */
  readonly isNullable: boolean;
}

/** A function, or a method without its receiver. */
export interface Callable {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: Type | undefined;
  /** It is \`C | null\`. */
  readonly returnsNull: boolean;
  /** About how many statements a call runs. */
  cost: number;
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly isNullable: boolean;
}

/** Something that can be named: a local, a parameter, a module constant. */
export interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly isMutable: boolean;
  /** Views: the length that it surely has. */
  readonly length: number | undefined;
  readonly isNullable: boolean;
}

function int(name: string, min: number, max: number): IntType {
  return { kind: "int", name, min, max };
}

export const U8 = int("u8", 0, 255);
export const I32 = int("i32", -2147483648, 2147483647);
export const U32 = int("u32", 0, 4294967295);
export const INT = int("int", -9007199254740991, 9007199254740991);
export const ELEMENTS = [U8, int("i8", -128, 127), int("u16", 0, 65535), int("i16", -32768, 32767), U32, I32] as const;
export const BOOL: Type = { kind: "bool", name: "boolean" };
export const TEXT: Type = { kind: "text", name: "string" };
export const FLOAT: Type = { kind: "float", name: "f64" };

const ARRAYS = ["Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array", "Int32Array"];
export const VIEWS: readonly ViewType[] = ARRAYS.map((name, index) => ({
  kind: "view",
  name,
  element: ELEMENTS[index],
}));
export const BYTES: ViewType = { kind: "view", name: "Bytes", element: U8 };

function method(name: string, returns: Type | undefined, ...types: readonly Type[]): Callable {
  const parameters = types.map((type, index) => ({ name: `p${String(index)}`, type, isNullable: false }));
  return { name, parameters, returns, returnsNull: false, cost: 20 };
}

/** What ts2c's library has. */
export const WRITER: ClassType = {
  kind: "class",
  name: "Writer",
  fields: [],
  methods: [
    method("byte", undefined, U8),
    method("bytes", undefined, BYTES),
    method("text", undefined, TEXT),
    method("int", undefined, INT),
    method("decimal", undefined, INT, int("range<0, 15>", 0, 15)),
    method("hex", undefined, BYTES),
    method("jsonString", undefined, BYTES),
    method("clear", undefined),
    method("full", BOOL),
    method("length", U32),
    method("mark", U32),
  ],
  takes: [VIEWS[0]],
};

/** An integer type: one of the named ones, or a range of its own. */
export function someInt(random: Random): IntType {
  if (random.chance(75)) {
    return random.pick([...ELEMENTS, U8, I32, INT]);
  }
  const [min, max] = random.pick([
    [0, 3],
    [0, 15],
    [-1, 1],
    [1, 16],
    [0, 1000],
    [-100, 100],
    [0, 65536],
    [-2147483649, 2147483648],
    [0, 4294967296],
  ]);
  return int(`range<${String(min)}, ${String(max)}>`, min, max);
}

/** The variables that are in scope, innermost last. */
export class Scope {
  private readonly frames: Variable[][] = [[]];

  declare(variable: Variable): void {
    this.frames[this.frames.length - 1].push(variable);
  }

  /** Runs `inside` with a frame of its own around it. */
  within<T>(inside: () => T): T {
    this.frames.push([]);
    try {
      return inside();
    } finally {
      this.frames.pop();
    }
  }

  /** Runs `inside` without the variables that the test finds. */
  without<T>(test: (variable: Variable) => boolean, inside: () => T): T {
    const kept = this.frames.map((frame) => [...frame]);
    this.frames.forEach((frame, index) => {
      frame.splice(0, frame.length, ...kept[index].filter((each) => !test(each)));
    });
    const depth = this.frames.length;
    try {
      return inside();
    } finally {
      kept.slice(0, depth).forEach((frame, index) => {
        this.frames[index].splice(0, this.frames[index].length, ...frame);
      });
    }
  }

  all(): Variable[] {
    return this.frames.flat();
  }
}

/** What one of the type can be named by on the left of `[]`. */
export function listName(element: Type): string {
  return element.kind === "maybe" ? `readonly (${element.name})[]` : `readonly ${element.name}[]`;
}

/** Types of which tsc believes what was stored in a variable last, so that it takes the variable for less than it is. */
export function isChoice({ kind }: Type): boolean {
  return ["union", "enum", "tagged", "maybe"].includes(kind);
}

export function sameType(a: Type, b: Type): boolean {
  return a.kind === b.kind && a.name === b.name;
}
