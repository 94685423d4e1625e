/** Print: expressions, with as few parentheses as C and its compilers' warnings allow. */
import type { CExpression } from "../lower/tree.ts";

const PRECEDENCE: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "|": 3,
  "^": 4,
  "&": 5,
  "==": 6,
  "!=": 6,
  "<": 7,
  "<=": 7,
  ">": 7,
  ">=": 7,
  "<<": 8,
  ">>": 8,
  "+": 9,
  "-": 9,
  "*": 10,
  "/": 10,
  "%": 10,
};
const UNARY = 11;
const POSTFIX = 12;

export function printExpression(tree: CExpression): string {
  return print(tree, 0);
}

function print(tree: CExpression, outer: number): string {
  const [text, own] = printed(tree);
  return own < outer ? `(${text})` : text;
}

function printed(tree: CExpression): [string, number] {
  switch (tree.kind) {
    case "name":
      return [tree.name, POSTFIX];
    case "literal":
      return [tree.text, tree.text.startsWith("-") ? UNARY : POSTFIX];
    case "unary":
      return [`${tree.operator}${print(tree.operand, UNARY + (tree.operator === "-" ? 1 : 0))}`, UNARY];
    case "cast":
      return [`(${tree.type})${print(tree.operand, UNARY)}`, UNARY];
    case "binary":
      return [binaryText(tree), PRECEDENCE[tree.operator]];
    case "conditional":
      return [`${print(tree.test, 1)} ? ${print(tree.yes, 0)} : ${print(tree.no, 0)}`, 0.5];
    case "call":
      return [`${tree.callee}(${tree.arguments.map((each) => print(each, 0)).join(", ")})`, POSTFIX];
    case "invoke":
      return [`${print(tree.target, POSTFIX)}(${tree.arguments.map((each) => print(each, 0)).join(", ")})`, POSTFIX];
    case "index":
      return [`${print(tree.array, POSTFIX)}[${print(tree.index, 0)}]`, POSTFIX];
    case "member":
      return [`${print(tree.object, POSTFIX)}${tree.arrow ? "->" : "."}${tree.name}`, POSTFIX];
    case "compound":
      return [compoundText(tree), POSTFIX];
  }
}

function compoundText(tree: Extract<CExpression, { kind: "compound" }>): string {
  const fields = tree.fields.map(([field, value]) => `.${field} = ${print(value, 0)}`).join(", ");
  return tree.type === "" ? "{0}" : `(${tree.type}){${fields}}`;
}

function binaryText(tree: Extract<CExpression, { kind: "binary" }>): string {
  const own = PRECEDENCE[tree.operator];
  const side = (each: CExpression, right: boolean): string => {
    if (each.kind !== "binary") {
      return print(each, own + (right ? 1 : 0));
    }
    const inner = PRECEDENCE[each.operator];
    // Compilers warn of `a & b == c`, `a + b << c`, `a && b || c` and `a < b == c` without parentheses.
    const mixed = inner !== own && (own <= 5 || own === 8) && !(own <= 2 && inner >= 6);
    const compared = (own === 6 || own === 7) && (inner === 6 || inner === 7);
    return mixed || compared || inner < own || (right && inner === own) ? `(${print(each, 0)})` : print(each, 0);
  };
  return `${side(tree.left, false)} ${tree.operator} ${side(tree.right, true)}`;
}
