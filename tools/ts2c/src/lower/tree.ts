/** The small tree that is nearly C: what lowering makes and printing writes down. */

export type CExpression =
  | { readonly kind: "name"; readonly name: string }
  /** `hex` keeps the base in which an integer was written; `named` is a name of the preprocessor for one. */
  | { readonly kind: "literal"; readonly text: string; readonly hex?: boolean; readonly named?: boolean }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: CExpression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: CExpression; readonly right: CExpression }
  | { readonly kind: "conditional"; readonly test: CExpression; readonly yes: CExpression; readonly no: CExpression }
  | { readonly kind: "call"; readonly callee: string; readonly arguments: readonly CExpression[] }
  /** A call through a value. */
  | { readonly kind: "invoke"; readonly target: CExpression; readonly arguments: readonly CExpression[] }
  | { readonly kind: "index"; readonly array: CExpression; readonly index: CExpression }
  | { readonly kind: "member"; readonly object: CExpression; readonly name: string; readonly arrow: boolean }
  | { readonly kind: "cast"; readonly type: string; readonly operand: CExpression }
  | { readonly kind: "compound"; readonly type: string; readonly fields: readonly (readonly [string, CExpression])[] };

export type CStatement = {
  /** The comment before it in the TypeScript. */
  comment?: string;
  /** The line of the TypeScript, from 1. */
  line?: number;
} & (
  | {
      readonly kind: "declare";
      readonly type: string;
      readonly name: string;
      readonly dimension?: number;
      readonly value?: CExpression;
      readonly isConst: boolean;
    }
  | { readonly kind: "expression"; readonly value: CExpression }
  | { readonly kind: "assign"; readonly target: CExpression; readonly operator: string; readonly value: CExpression }
  | {
      readonly kind: "if";
      readonly test: CExpression;
      readonly then: readonly CStatement[];
      readonly otherwise: readonly CStatement[];
    }
  | { readonly kind: "while"; readonly test: CExpression; readonly body: readonly CStatement[] }
  | { readonly kind: "do"; readonly test: CExpression; readonly body: readonly CStatement[] }
  | {
      readonly kind: "for";
      readonly first: CStatement | undefined;
      readonly test: CExpression | undefined;
      readonly step: CStatement | undefined;
      readonly body: readonly CStatement[];
    }
  | { readonly kind: "switch"; readonly value: CExpression; readonly cases: readonly CCase[] }
  | { readonly kind: "block"; readonly body: readonly CStatement[] }
  | { readonly kind: "return"; readonly value: CExpression | undefined }
  | { readonly kind: "break" }
  | { readonly kind: "continue" }
  | { readonly kind: "goto"; readonly label: string }
  | { readonly kind: "label"; readonly label: string }
);

export interface CCase {
  /** No label: `default`. */
  readonly labels: readonly (CExpression | undefined)[];
  readonly body: readonly CStatement[];
}

export function name(text: string): CExpression {
  return { kind: "name", name: text };
}

export function literal(text: string): CExpression {
  return { kind: "literal", text };
}

export function call(callee: string, ...given: CExpression[]): CExpression {
  return { kind: "call", callee, arguments: given };
}

export function binary(operator: string, left: CExpression, right: CExpression): CExpression {
  return { kind: "binary", operator, left, right };
}

export function not(operand: CExpression): CExpression {
  return operand.kind === "unary" && operand.operator === "!"
    ? operand.operand
    : { kind: "unary", operator: "!", operand };
}

export function address(operand: CExpression): CExpression {
  return { kind: "unary", operator: "&", operand };
}

/** A member, through `.` where the object is at hand and `->` where it is a pointer. */
export function member(object: CExpression, field: string, arrow: boolean): CExpression {
  if (arrow && object.kind === "unary" && object.operator === "&") {
    return { kind: "member", object: object.operand, name: field, arrow: false };
  }
  return { kind: "member", object, name: field, arrow };
}
