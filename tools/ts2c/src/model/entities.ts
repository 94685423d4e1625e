/** The named things of a program: what the later stages know of each module, function, class and so on. */
import type ts from "typescript";
import type { Type } from "./types.ts";

export interface Module {
  readonly source: ts.SourceFile;
  /** Path under the root without its ending: `p1/crc16`. */
  readonly path: string;
  /** The folder, or for a module at the root its own name: what exported names begin with. */
  readonly prefix: string;
  /** A driver's functions have no body: somebody else implements them. */
  readonly isDriver: boolean;
  readonly imports: Module[];
  /** Those of them that JavaScript runs before it: `import type` and what is used as a type alone do not. */
  readonly runs: readonly Module[];
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly declaration: ts.ParameterDeclaration;
}

export interface FunctionInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration;
  /** The class whose method (or constructor) it is. */
  readonly owner: ClassInfo | undefined;
  readonly parameters: readonly Parameter[];
  readonly returns: Type;
  readonly exported: boolean;
  /** The name under which the platform calls it, when it is an entry: then `cName` is the function behind the border. */
  readonly entryName: string | undefined;
  readonly effects: Effects;
}

/** What a call may do, with everything that it calls. */
export interface Effects {
  /** Fields that may be stored to. */
  readonly writes: Set<FieldInfo>;
  readonly reads: Set<FieldInfo>;
  /** It stores to, or reads from, elements of arrays and views. */
  writesElements: boolean;
  readsElements: boolean;
  /** It calls a driver or prints. */
  world: boolean;
  readonly calls: Map<FunctionInfo, ts.Node>;
}

/** Memory that lies inside its owner: an array's length, or an instance. */
export type Storage =
  | { readonly kind: "elements"; readonly length: number; readonly creation: ts.Expression }
  | { readonly kind: "instance"; readonly creation: ts.NewExpression };

export interface FieldInfo {
  readonly name: string;
  readonly cName: string;
  readonly type: Type;
  readonly readonly: boolean;
  readonly owner: ClassInfo | RecordInfo;
  readonly declaration: ts.PropertyDeclaration | ts.PropertySignature;
  readonly storage: Storage | undefined;
}

export interface ClassInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.ClassDeclaration;
  readonly fields: FieldInfo[];
  readonly methods: Map<string, FunctionInfo>;
  /** Set once the members are read; every class has one, written or not. */
  constructorInfo: FunctionInfo | undefined;
}

export interface RecordInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeLiteralNode;
  readonly fields: FieldInfo[];
  /** A field whose type is one text (`readonly kind: "circle"`): it tells the variants of a tagged union apart. */
  tag: Tag | undefined;
}

export interface Tag {
  readonly field: string;
  readonly text: string;
}

/** `type Shape = Circle | Square`, told apart by a field that each has with a text of its own. */
export interface TaggedInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.TypeAliasDeclaration;
  /** The field that tells the variants apart. */
  readonly tagField: string;
  readonly tags: UnionInfo;
  readonly variants: ReadonlyMap<string, RecordInfo>;
}

export interface UnionInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.TypeAliasDeclaration;
  readonly members: readonly string[];
}

/** `type Handler = (event: u8) => void`. */
export interface FunctionTypeInfo {
  readonly name: string;
  /** Missing for the type of a function that no alias names. */
  readonly cName: string | undefined;
  readonly module: Module;
  readonly declaration: ts.Node;
  readonly parameters: readonly Type[];
  readonly returns: Type;
}

export interface EnumInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.EnumDeclaration;
  /** Value by name. */
  readonly members: ReadonlyMap<string, number>;
  readonly min: number;
  readonly max: number;
}

/** A module's `const`. */
export interface ConstantInfo {
  readonly module: Module;
  readonly name: string;
  readonly cName: string;
  readonly declaration: ts.VariableDeclaration;
  readonly exported: boolean;
  readonly type: Type;
  /** Where it is a place of its own: its memory. */
  readonly storage: Storage | undefined;
  /** What transpiling computed, for read-only types. */
  value: unknown;
}

/** Where a local comes from. */
export type LocalDeclaration = ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement;

/** A local `const` or `let`, a parameter, or the variable of a `for-of`. */
export interface LocalInfo {
  readonly name: string;
  cName: string;
  readonly declaration: LocalDeclaration;
  readonly isConst: boolean;
  type: Type;
  /** It was written with its type, which everything stored must fit. */
  readonly annotated: boolean;
  readonly storage: Storage | undefined;
}
