/** What ts2c refuses: one factory per rule, with a stable code, what is wrong and what to write instead. */
import { basename, relative } from "node:path";
import ts from "typescript";

export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  readonly node: ts.Node;
}

type Factory<A extends unknown[]> = ((node: ts.Node, ...args: A) => Diagnostic) & { readonly code: string };

function rule<A extends unknown[]>(code: number, describe: (...args: A) => readonly [string, string]): Factory<A> {
  const name = `TS2C${String(code).padStart(4, "0")}`;
  const make = (node: ts.Node, ...args: A): Diagnostic => {
    const [message, hint] = describe(...args);
    return { code: name, message, hint, node };
  };
  return Object.assign(make, { code: name });
}

export const refuse = {
  syntax: rule(1, (kind: string, hint: string) => [`${kind} is not part of static TypeScript`, hint]),
  topLevel: rule(2, () => [
    "only declarations stand at the top level of an imported module",
    "Put it into a function that the program's first module calls.",
  ]),
  importForm: rule(101, (what: string) => [
    what,
    'Write `import { name } from "./file.ts"` or `import * as driver from "#platform/driver"`.',
  ]),
  typesAlone: rule(107, (names: string, path: string) => [
    "whether this import runs its module, tools do not agree: nothing of it is used but types",
    `Write \`import type { ${names} } from ${path}\`, which never runs it.`,
  ]),
  importCycle: rule(102, (path: string) => [
    `this import closes a circle: ${path}`,
    "Move what both need into a module of its own.",
  ]),
  nameCollision: rule(103, (name: string, other: string) => [
    `\`${name}\` has the same name in C as ${other}`,
    "Rename one of them.",
  ]),
  reservedName: rule(104, (name: string) => [`\`${name}\` is a word of C or of its headers`, "Choose another name."]),
  builtInName: rule(106, (name: string) => [`\`${name}\` is a name of the language`, "Choose another name."]),
  unknownName: rule(105, (name: string) => [
    `\`${name}\` is not something that static TypeScript has`,
    "Use a name of this program or of the module ts2c.",
  ]),
  typeUnknown: rule(201, (text: string, hint: string) => [
    `the type \`${text}\` is not part of static TypeScript`,
    hint,
  ]),
  typeMissing: rule(202, (what: string) => [
    `${what} has no type that is known here`,
    "Write it: `name: u8`, for a function `(…): u8`.",
  ]),
  notAssignable: rule(203, (from: string, to: string) => [
    `\`${from}\` is given where \`${to}\` is wanted`,
    "Static TypeScript compares classes, records and arrays by name: use the declared type.",
  ]),
  otherUnion: rule(214, (from: string, to: string, text: string) => [
    `\`${from}\` is given where \`${to}\` is wanted, which counts its texts in its own way`,
    `Return the text anew: \`switch (x) { case "${text}": return "${text}"; … }\`.`,
  ]),
  fieldNotReadonly: rule(204, (name: string) => [
    `the field \`${name}\` of a record is not \`readonly\``,
    "Records are values: write `readonly`, or make it a class.",
  ]),
  literalWithoutType: rule(205, () => [
    "this literal stands where no type is known",
    "Annotate what it is stored in with a declared record or table type.",
  ]),
  notConstantSize: rule(206, () => [
    "this size is no integer from 0 to 2147483647 that is known while transpiling",
    "Use a literal, or a module constant that is one; what `constant(() => …)` gives is known too late.",
  ]),
  notBoolean: rule(207, (type: string) => [
    `a condition must be boolean, and this is \`${type}\``,
    "Compare it: `x !== 0`, `x !== null`.",
  ]),
  notComparable: rule(208, (a: string, b: string) => [
    `\`${a}\` and \`${b}\` can't be compared`,
    "Compare integers with integers, texts with texts, an instance with `null`.",
  ]),
  typeArguments: rule(212, (name: string) => [
    `it is not said for which types \`${name}\` is used here`,
    `Write them: \`${name}<u8>(…)\`.`,
  ]),
  endlessTypes: rule(213, () => [
    "this generic declaration uses itself with ever new types",
    "Let it use itself with its own parameters, or not at all.",
  ]),
  notCallable: rule(211, (type: string) => [
    `\`${type}\` can't be called`,
    "Call a function, a method or a value of a function type.",
  ]),
  notInteger: rule(209, (type: string) => [`an integer is wanted here, and this is \`${type}\``, "Use an integer."]),
  maybeNull: rule(210, (text: string) => [`\`${text}\` may be null here`, `Test \`${text} !== null\` before.`]),
  bounds: rule(301, (index: string, range: string, array: string, length: string) => [
    `\`${index}\` can be ${range} here and \`${array}\` has ${length}`,
    `Test \`${index} < ${array}.length\` before, mask it, or read \`${array}[${index}] ?? 0\`.`,
  ]),
  doesNotFit: rule(302, (text: string, range: string, type: string, wanted: string, test = "") => [
    `\`${text}\` can be ${range} here, and ${type} holds ${wanted}`,
    `${test === "" ? "Guard it" : `Test \`${test}\` before`}, mask it, wrap it (\`u8(x)\`) or saturate it (\`u8.clamp(x)\`).`,
  ]),
  beyondExact: rule(303, (text: string, range: string) => [
    `\`${text}\` can be ${range}, beyond the integers that JavaScript holds exactly`,
    "Guard the operands, or wrap them: `u32(x)`, `Math.imul(a, b)`.",
  ]),
  zeroDivisor: rule(304, (text: string) => [
    `\`${text}\` can be 0 here`,
    `Test \`${text} !== 0\` (or \`> 0\`) before.`,
  ]),
  negativeZero: rule(305, (text: string) => [
    `\`${text}\` can be −0, which C's integers do not have`,
    "Write `0 - x` for `-x`, or add 0.",
  ]),
  setDoesNotFit: rule(306, (target: string, source: string) => [
    `it is not proven that \`${source}\` fits into \`${target}\` there`,
    `Test \`at <= ${target}.length && ${source}.length <= ${target}.length - at\` before.`,
  ]),
  fraction: rule(307, () => [
    "a division can leave a fraction",
    "Write `Math.trunc(a / b)`, or `(a / b) | 0` for 32 bits.",
  ]),
  negativeIndex: rule(308, (text: string, range: string) => [
    `\`${text}\` can be ${range} here: below 0`,
    `Test \`${text} >= 0\` before.`,
  ]),
  creation: rule(401, (isArgument = false) => [
    "memory is made only where it stays",
    isArgument
      ? "Give it a name before, as a module `const`, a `readonly` field or a local `const`, and pass that."
      : "Make it as initialiser of a module `const`, a `readonly` field, or a local `const` outside loops.",
  ]),
  placeStored: rule(402, (name: string) => [
    `\`${name}\` would keep a place that somebody else owns`,
    "Copy what it holds, or take the place as a constructor's parameter into a `readonly` field.",
  ]),
  recursion: rule(403, (path: string) => [`this call is recursive: ${path}`, "Use a loop with a bounded table."]),
  localPlaceReturned: rule(404, () => [
    "this function makes a local place and returns a place",
    "Let the caller own the memory and pass it in.",
  ]),
  uninitialised: rule(405, (name: string) => [
    `\`${name}\` has no value here yet`,
    "Give it its initial value before.",
  ]),
  constructorUse: rule(406, () => [
    "a constructor only assigns until every field is set",
    "Call methods after the last assignment, or from outside.",
  ]),
  stored: rule(407, (name: string) => [`\`${name}\` is \`readonly\``, "Only its constructor may set it."]),
  fallThrough: rule(501, () => ["this case runs on into the next one", "End it with `break`, `return` or `continue`."]),
  incrementInExpression: rule(502, () => ["`++` and `--` are statements here", "Put it on a line of its own."]),
  looseEquality: rule(503, (operator: string) => [`\`${operator}\` converts its operands`, `Write \`${operator}=\`.`]),
  assignmentInExpression: rule(504, () => ["an assignment is a statement here", "Put it on a line of its own."]),
  member: rule(601, (type: string, name: string, hint = "") => [
    `\`${type}\` has no \`${name}\` in static TypeScript`,
    hint === "" ? "The table of built-ins in docs/static-typescript.md lists what there is." : hint,
  ]),
  argumentCount: rule(602, (name: string) => [`\`${name}\` is called with a wrong number of arguments`, "Give each."]),
  formatText: rule(603, (text: string) => [
    `a \`%\` in \`${text}\`, which stands first, would be a format in \`console.log\``,
    'Let a text without `%` stand first: `console.log("name:", text, value)`.',
  ]),
  notComputable: rule(701, (why: string) => [
    `the constant can't be computed while transpiling: ${why}`,
    "It may use neither clock, chance nor drivers.",
  ]),
  constantType: rule(702, (why: string) => [`the constant's value is not of its type: ${why}`, "Mend one of them."]),
} satisfies Record<string, Factory<never>>;

/** Collects a program's diagnostics, each place and code once. */
export class Diagnostics {
  private readonly seen = new Set<string>();
  readonly all: Diagnostic[] = [];

  add(diagnostic: Diagnostic): void {
    const key = `${diagnostic.code}:${diagnostic.node.getSourceFile().fileName}:${String(diagnostic.node.getStart())}`;
    if (!this.seen.has(key)) {
      this.seen.add(key);
      this.all.push(diagnostic);
    }
  }
}

/** `file:line:col - error TS2C0123: …`, the line, a line of `~` below it, and the way out. */
export function format({ node, code, message, hint }: Diagnostic): string {
  const said = `${code}: ${message}.`;
  return `${underlined(node.getSourceFile(), node.getStart(), node.getWidth(), said)}\n  ${hint}`;
}

/** The same for what `tsc` says, which knows no way out. */
export function formatTsc({ file, start, length, code, messageText }: ts.Diagnostic): string {
  const said = `TS${String(code)}: ${ts.flattenDiagnosticMessageText(messageText, "\n  ")}`;
  return file === undefined ? `error ${said}` : underlined(file, start ?? 0, length ?? 0, said);
}

function underlined(source: ts.SourceFile, start: number, length: number, said: string): string {
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  const text = source.text.split("\n")[line]?.trimEnd() ?? "";
  const file = relative(process.cwd(), source.fileName) || basename(source.fileName);
  const number = String(line + 1);
  const width = Math.max(1, Math.min(length, text.length - character));
  return [
    `${file}:${number}:${String(character + 1)} - error ${said}`,
    `${number} ${text}`,
    `${" ".repeat(number.length + 1 + character)}${"~".repeat(width)}`,
  ].join("\n");
}
