/** Every kind of syntax that is accepted, as the page tells it. A test holds it against the transpiler's own list. */
import ts from "typescript";

export interface Accepted {
  /** The names of `ts.SyntaxKind`. */
  readonly kinds: readonly string[];
  readonly example: string;
  readonly inC: string;
}

export const DECLARATIONS: readonly Accepted[] = [
  {
    kinds: ["ImportDeclaration", "ImportClause", "NamedImports", "ImportSpecifier"],
    example: 'import { crc16 } from "./crc16.ts"',
    inC: "`#include` of its header; its module runs before, not so for `import type { … }`. No default imports, no imports for effect, no cycles",
  },
  { kinds: ["NamespaceImport"], example: 'import * as serial from "#platform/serial"', inC: "the driver's header" },
  {
    kinds: ["ExportKeyword"],
    example: "export function …",
    inC: "not `static`; in the header, with the module in front",
  },
  {
    kinds: ["FunctionDeclaration", "Parameter"],
    example: "function f(a: u8): u8 { … }",
    inC: "a function. Parameters and result are annotated, none is optional",
  },
  {
    kinds: ["DeclareKeyword"],
    example: "export declare function write(bytes: Bytes): void;",
    inC: "a prototype that a driver implements; in `platform/` only",
  },
  {
    kinds: ["TypeParameter"],
    example: "function last<T>(items: FixedArray<T, 4>): T { … }",
    inC: "one copy for each use with other types",
  },
  {
    kinds: ["ClassDeclaration"],
    example: "class Ring { … }",
    inC: "a `struct`, and a function for each method that gets `self`. No inheritance",
  },
  {
    kinds: ["PropertyDeclaration", "ReadonlyKeyword", "PrivateKeyword", "PublicKeyword"],
    example: "private readonly bytes: Uint8Array = new Uint8Array(64);",
    inC: "a member; the memory of an initialiser lies inside the `struct`",
  },
  {
    kinds: ["Constructor"],
    example: "constructor(target: Uint8Array) { this.target = target; }",
    inC: "`…_init`. It only assigns fields",
  },
  { kinds: ["MethodDeclaration"], example: "push(byte: u8): void { … }", inC: "a function with `self`" },
  {
    kinds: ["InterfaceDeclaration", "PropertySignature"],
    example: "interface Point { readonly x: u8 }",
    inC: "a `struct` that is given by value",
  },
  {
    kinds: ["TypeAliasDeclaration"],
    example: 'type Color = "red" | "green"',
    inC: "an `enum`, a tagged union, the type of a function, or nothing",
  },
  {
    kinds: ["EnumDeclaration"],
    example: "enum Level { low, high = 5 }",
    inC: "an `enum`; its values lie in the narrowest integer",
  },
  {
    kinds: ["VariableStatement", "VariableDeclarationList", "VariableDeclaration"],
    example: "const a = 1; let b: u8 = 2;",
    inC: "a variable, `const` where it can be; at the top level constant data or static memory. Always with initialiser; `let` only inside functions",
  },
  {
    kinds: ["ObjectBindingPattern", "BindingElement"],
    example: "const { x, y: other } = point;",
    inC: "a variable for each field; of a record only",
  },
];

export const STATEMENTS: readonly Accepted[] = [
  { kinds: ["Block"], example: "{ … }", inC: "the same" },
  { kinds: ["EmptyStatement"], example: ";", inC: "nothing" },
  {
    kinds: ["ExpressionStatement"],
    example: "f(); a = b; i++;",
    inC: "the same. An expression without effect is refused",
  },
  { kinds: ["IfStatement"], example: "if (a < b) { … } else { … }", inC: "the same, with a boolean condition" },
  { kinds: ["WhileStatement"], example: "while (i > 0) { … }", inC: "the same" },
  { kinds: ["DoStatement"], example: "do { … } while (i > 0);", inC: "the same" },
  { kinds: ["ForStatement"], example: "for (let i = 0; i < n; i++) { … }", inC: "the same" },
  {
    kinds: ["ForOfStatement"],
    example: "for (const x of view) { … }",
    inC: "`for` over the view as it was at the start",
  },
  {
    kinds: ["SwitchStatement", "CaseBlock", "CaseClause", "DefaultClause"],
    example: "switch (a) { case 1: … break; default: … }",
    inC: "the same, on integers, enums, unions of texts; on texts `if`. A case that is not empty ends in `break`, `return` or `continue`",
  },
  { kinds: ["BreakStatement"], example: "break;", inC: "the same, without label" },
  { kinds: ["ContinueStatement"], example: "continue;", inC: "the same, without label" },
  { kinds: ["ReturnStatement"], example: "return a;", inC: "the same" },
];

export const EXPRESSIONS: readonly Accepted[] = [
  {
    kinds: ["Identifier"],
    example: "count",
    inC: "the same in `snake_case`; a function's name as a value is a pointer to it",
  },
  { kinds: ["ThisKeyword"], example: "this", inC: "`self`" },
  { kinds: ["NumericLiteral"], example: "0x1f, 1_000, 0.5", inC: "the same; an `f64` where it has a fraction" },
  { kinds: ["StringLiteral"], example: '"text"', inC: "a text, or a member of a union" },
  { kinds: ["TrueKeyword", "FalseKeyword"], example: "true", inC: "the same" },
  { kinds: ["NullKeyword"], example: "null", inC: "`NULL`, or a flag that is false" },
  { kinds: ["ParenthesizedExpression"], example: "(a + b)", inC: "where C needs them" },
  { kinds: ["PropertyAccessExpression"], example: "this.used, Level.low", inC: "`.`, `->`, or the constant" },
  {
    kinds: ["ElementAccessExpression"],
    example: "bytes[i]",
    inC: "the same: the index is proven. `bytes[i] ?? 0` needs no proof",
  },
  { kinds: ["CallExpression"], example: "f(a)", inC: "a call, or what the table of built-ins says" },
  {
    kinds: ["NewExpression"],
    example: "new Ring()",
    inC: "memory where it stands. Only as initialiser of a module `const`, a `readonly` field, or a local `const` outside of loops",
  },
  {
    kinds: ["PrefixUnaryExpression", "PostfixUnaryExpression"],
    example: "-a, ~a, !a, i++",
    inC: "the same; `++` and `--` as statements",
  },
  { kinds: ["BinaryExpression"], example: "a + b", inC: "the table of operators" },
  {
    kinds: ["ConditionalExpression", "QuestionToken", "ColonToken"],
    example: "a ? b : c",
    inC: "the same, or `if` where a side needs statements",
  },
  {
    kinds: ["ObjectLiteralExpression", "PropertyAssignment", "ShorthandPropertyAssignment"],
    example: "{ x: 1, y }",
    inC: "a compound literal, where the record's type is known",
  },
  {
    kinds: ["ArrowFunction", "EqualsGreaterThanToken"],
    example: "array(4, () => new Ring())",
    inC: "a loop. Nowhere else but in `constant(() => …)`",
  },
  { kinds: ["EndOfFileToken"], example: "", inC: "the end of a file" },
];

export interface Operator {
  readonly written: readonly string[];
  readonly meaning: string;
}

/** Binary operators, each once. */
export const OPERATORS: readonly Operator[] = [
  {
    written: ["+", "-", "*"],
    meaning:
      "in the narrowest of C's types that holds the result, so that nothing overflows. The result stays within ±(2^53 − 1), proven",
  },
  {
    written: ["/"],
    meaning:
      "of `f64`; of integers inside of `Math.trunc`, `floor`, `ceil`, `round`, or before `| 0`. The divisor is proven not to be 0",
  },
  { written: ["%"], meaning: "as in C, which cuts as JavaScript does. The divisor is proven not to be 0" },
  {
    written: ["&", "|", "^", "<<", ">>", ">>>"],
    meaning:
      "on 32 bits as in JavaScript: operands are wrapped to 32 bits, shifts by 0 to 31; all but `>>>` give a signed result",
  },
  { written: ["<", "<=", ">", ">="], meaning: "of integers or `f64`, in one type that holds both sides" },
  {
    written: ["===", "!=="],
    meaning: "of integers, `f64`, booleans, texts, members of unions, enums, and with `null`",
  },
  {
    written: ["&&", "||"],
    meaning: "of booleans; the right side and what it needs run only where JavaScript runs them",
  },
  { written: ["??"], meaning: "after `array[index]` only: what is read outside of the array" },
  { written: ["="], meaning: "a statement of its own; what is stored fits, proven" },
  {
    written: ["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>="],
    meaning: "likewise; base, index, old value, right side, store, in that order. `/=` of `f64` only",
  },
];

export const REFUSED_OPERATORS: readonly Operator[] = [
  { written: ["==", "!="], meaning: "TS2C0503: they convert. Write `===`" },
  { written: ["**", ",", "in", "instanceof"], meaning: "TS2C0001" },
  { written: ["**=", "&&=", "||=", "??="], meaning: "TS2C0001" },
];

/** Tokens, comments, JSX, the words that belong to a kind of their own, and what no parser makes of a program. */
const UNWRITTEN =
  /Token$|Trivia$|^JSDoc|^Jsx|^Synthetic|^Template(Head|Middle|Tail)$|^(Unknown|Count|Bundle|SyntaxList|NotEmittedStatement|NotEmittedTypeElement|PartiallyEmittedExpression|CommaListExpression|SourceFile|MissingDeclaration|AssertClause|AssertEntry|ImportTypeAssertionContainer|SemicolonClassElement)$/;
/** Words that are kinds by themselves: modifiers, types and values. */
const WORDS =
  /^(Abstract|Accessor|Async|Default|Override|Protected|Static|Super|Import|Any|BigInt|Boolean|Intrinsic|Never|Number|Object|String|Symbol|Undefined|Unknown|Void)Keyword$/;
/** Found inside of something that is accepted as a whole. */
const INSIDE = /^(EnumMember)$/;

/** Whether somebody can write it, and would look for it by itself. */
export function isWritten(name: string): boolean {
  return !UNWRITTEN.test(name) && !INSIDE.test(name) && (!name.endsWith("Keyword") || WORDS.test(name));
}

/** Each kind's own name; ranges of kinds have names too. */
export function kindNames(): ReadonlyMap<ts.SyntaxKind, string> {
  const named = new Map<ts.SyntaxKind, string>();
  for (const [name, kind] of Object.entries(ts.SyntaxKind)) {
    if (typeof kind === "number" && !/^(First|Last)[A-Z]/.test(name)) {
      named.set(kind, name);
    }
  }
  return named;
}
