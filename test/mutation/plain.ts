/** The functions that decide nothing about a program, by the reason. */
export const PLAIN: Readonly<Record<string, readonly string[]>> = {
  "comments and lines of the C, which mean nothing to a compiler": [
    "lower/module.ts docComment",
    "lower/module.ts lineOf",
    "lower/statements.ts lineOf",
    "lower/statements.ts commentBefore",
  ],
  "spares work: nothing follows from a NaN anyway": ["infer/linear.ts isExact"],
  "only how the C looks": [
    "infer/conditions.ts operands",
    "lower/arrays.ts isSimple",
    "lower/module.ts isSmall",
    "lower/lowering.ts Lowering.enterScope",
    "lower/lowering.ts Lowering.leaveScope",
  ],
  "only tools that keep imports which nobody uses differ, and none of them runs the tests": [
    "check/modules.ts checkImports",
  ],
  "a name of C, which every use of it gets from here": ["lower/types.ts maybeName"],
  "a node of the tree as it is": ["lower/tree.ts name", "lower/tree.ts literal"],
  "an interval or a linear expression as it is": [
    "infer/interval.ts interval",
    "infer/linear.ts constant",
    "infer/linear.ts atom",
  ],
  "what a person reads": [
    "infer/interval.ts show",
    "infer/linear.ts showFact",
    "infer/inference.ts shortText",
    "infer/inference.ts isNamed",
    "infer/inference.ts missingTest",
    "infer/names.ts insteadOf",
    "check/start.ts nameOf",
    "check/syntax.ts hintFor",
    "check/syntax.ts kindName",
    "check/check.ts Checker.refuse",
    "check/syntax.ts HINTS",
  ],
};
