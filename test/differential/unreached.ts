/**
 * Branches of lower and print that the first 400 random programs do not reach: the file and the line that begins each, by
 * the reason. What is on no list fails `npm run fuzz:language -- --coverage`.
 */
const BY_REASON: Readonly<Record<string, readonly string[]>> = {
  "ts2c guards itself there: what comes before has refused every other case": [
    "tools/ts2c/src/lower/arithmetic.ts default:",
    "tools/ts2c/src/lower/calls.ts default:",
    'tools/ts2c/src/lower/calls.ts if (type?.kind !== "function") {',
    'tools/ts2c/src/lower/calls.ts if (type?.kind !== "view") {',
    'tools/ts2c/src/lower/expressions.ts if (type?.kind !== "record") {',
    "tools/ts2c/src/lower/expressions.ts if (visitor === undefined) {",
    "tools/ts2c/src/lower/statements.ts if (visitor === undefined) {",
    "tools/ts2c/src/lower/types.ts default:",
  ],
  "random programs do not write it; fixtures in test/language do": [
    "tools/ts2c/src/lower/creation.ts if (length === 0) {",
    "tools/ts2c/src/lower/lowering.ts const base = isTaken(wanted) ? `${wanted}_` : wanted;",
    'tools/ts2c/src/lower/statements.ts if (returns.kind === "void") {',
    'tools/ts2c/src/lower/floats.ts const text = Object.is(value, -0) ? "-0" : String(value);',
    'tools/ts2c/src/lower/calls.ts const wanted = type === "i32" ? "int32_t" : "int64_t";',
    "tools/ts2c/src/print/data.ts if (isPointer(type.of)) {",
    'tools/ts2c/src/lower/loops.ts const leave: CStatement[] = test ? [{ kind: "if", test: not(test), then: [{ kind: "break" }], otherwise: [] }] : [];',
    'tools/ts2c/src/lower/calls.ts const fits = rounding !== "round" && [left.interval!, right.interval!, result!].every((each) => within(each, INT32));',
    'tools/ts2c/src/lower/calls.ts const isCut = rounding === "trunc" || (rounding === "floor" && left.interval!.min >= 0 && right.interval!.min >= 0);',
    'tools/ts2c/src/lower/calls.ts const type = fits ? "i32" : "i64";',
    'tools/ts2c/src/lower/entry.ts return isReservedInside(own) || own === "result" ? `${own}_` : own;',
    'tools/ts2c/src/lower/expressions.ts return { tree: name("self"), type: `${lowering.current?.owner?.cName ?? "self"}_t *`, interval: undefined };',
    'tools/ts2c/src/lower/loops.ts if (count.kind === "literal" && count.text === "0") {',
    "tools/ts2c/src/lower/loops.ts } else if (node.initializer !== undefined) {",
    'tools/ts2c/src/lower/lowering.ts const type = value.type === "array" ? cType(this.results.values.get(node)!.type) : value.type;',
    'tools/ts2c/src/lower/statements.ts (range) => text.slice(node.getFullStart(), range.pos).includes("\\n") || node.getFullStart() === 0,',
    "tools/ts2c/src/lower/statements.ts if (isLoop(lowering.out.at(-1)) && !lowering.results.endsReached.has(node)) {",
    "tools/ts2c/src/lower/switch.ts ? value.tree",
    'tools/ts2c/src/print/data.ts case "table":',
    'tools/ts2c/src/print/data.ts case "view": {',
    "tools/ts2c/src/print/data.ts function tableInitializer(values: ArrayLike<unknown>, element: Type): string {",
    "tools/ts2c/src/print/data.ts function textLiteralOfBytes(bytes: Uint8Array) {",
    "tools/ts2c/src/print/data.ts if (values.length === 0) {",
    "tools/ts2c/src/print/module.ts ? []",
    'tools/ts2c/src/print/statements.ts const head = `${statement.first === undefined ? "" : simple(statement.first)};${test};${step}`;',
    "tools/ts2c/src/print/statements.ts if (options.lineFile !== undefined && statement.line !== undefined) {",
    "tools/ts2c/src/lower/arithmetic.ts if (operator === K.AsteriskAsteriskToken) {",
    'tools/ts2c/src/lower/comparisons.ts const [side, of] = left.type === "NULL" ? [right, node.right] : [left, node.left];',
    'tools/ts2c/src/lower/names.ts const span = type.readonly ? "ts_bytes" : `ts_span_${type.element}`;',
    "tools/ts2c/src/lower/names.ts return Number.isSafeInteger(value) ? ofNumber(value) : floatOf(floatLiteral(value));",
    "tools/ts2c/src/lower/switch.ts if (labels.length > 0) {",
    'tools/ts2c/src/print/types.ts const text = `typedef ${spaced(cType(info.returns))}(*${info.cName!}_t)(${given === "" ? "void" : given});`;',
  ],
  "neither random programs nor fixtures reach it, and nobody has shown yet that nothing can": [
    'tools/ts2c/src/lower/arrays.ts const constant = declaration && "pos" in declaration ? lowering.program.constant(declaration) : undefined;',
    'tools/ts2c/src/lower/comparisons.ts const isFunction = (type?.kind === "nullable" ? type.of : type)?.kind === "function";',
    "tools/ts2c/src/lower/comparisons.ts if (!isMaybeName(lowering.program, value.type)) {",
    "tools/ts2c/src/lower/creation.ts : lowering.inOrder(node.arguments ?? [], passedArguments(lowering, node.arguments ?? [], info.constructorInfo));",
    "tools/ts2c/src/lower/names.ts : variable && (lowering.results.locals.get(variable)?.type ?? lowering.program.constant(variable)?.type);",
    'tools/ts2c/src/lower/statements.ts const object = value.tree.kind === "name" ? value : lowering.save(value);',
    "tools/ts2c/src/lower/stores.ts const later = [node.argumentExpression, ...(right === undefined ? [] : [right])];",
    'tools/ts2c/src/lower/types.ts case "record":',
    'tools/ts2c/src/print/module.ts ...(this.program.usesFloats ? [`#include "ts2c_float.h"`] : []),',
    "tools/ts2c/src/print/types.ts return taken",
  ],
};

/** Each branch with its reason. */
export const UNREACHED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BY_REASON).flatMap(([reason, branches]) => branches.map((branch) => [branch, reason])),
);
