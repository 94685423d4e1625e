/** The kinds of syntax that static TypeScript has; every other one is refused. */
import ts from "typescript";
import { ELEMENTS, TYPED_ARRAYS } from "../model/types.ts";

const K = ts.SyntaxKind;

/** Accepted kinds, types left aside: the type resolver has its own list. */
export const ACCEPTED: ReadonlySet<ts.SyntaxKind> = new Set([
  // Declarations and modules
  K.ImportDeclaration,
  K.ImportClause,
  K.NamedImports,
  K.NamespaceImport,
  K.ImportSpecifier,
  K.FunctionDeclaration,
  K.ClassDeclaration,
  K.InterfaceDeclaration,
  K.TypeAliasDeclaration,
  K.EnumDeclaration,
  K.TypeParameter,
  K.ObjectBindingPattern,
  K.BindingElement,
  K.PropertyDeclaration,
  K.PropertySignature,
  K.MethodDeclaration,
  K.Constructor,
  K.Parameter,
  K.VariableStatement,
  K.VariableDeclarationList,
  K.VariableDeclaration,
  K.ExportKeyword,
  K.DeclareKeyword,
  K.ReadonlyKeyword,
  K.PrivateKeyword,
  K.PublicKeyword,
  // Statements
  K.Block,
  K.EmptyStatement,
  K.ExpressionStatement,
  K.IfStatement,
  K.WhileStatement,
  K.DoStatement,
  K.ForStatement,
  K.ForOfStatement,
  K.SwitchStatement,
  K.CaseBlock,
  K.CaseClause,
  K.DefaultClause,
  K.BreakStatement,
  K.ContinueStatement,
  K.ReturnStatement,
  // Expressions
  K.Identifier,
  K.ThisKeyword,
  K.NumericLiteral,
  K.StringLiteral,
  K.TrueKeyword,
  K.FalseKeyword,
  K.NullKeyword,
  K.ParenthesizedExpression,
  K.PropertyAccessExpression,
  K.ElementAccessExpression,
  K.CallExpression,
  K.NewExpression,
  K.PrefixUnaryExpression,
  K.PostfixUnaryExpression,
  K.BinaryExpression,
  K.ConditionalExpression,
  K.ObjectLiteralExpression,
  K.PropertyAssignment,
  K.ShorthandPropertyAssignment,
  K.ArrowFunction,
  // The operators: which of them, inference says by its own table.
  ...range(K.FirstBinaryOperator, K.LastBinaryOperator),
  K.QuestionToken,
  K.ColonToken,
  K.EqualsGreaterThanToken,
  K.EndOfFileToken,
]);

/** Names that the language has; `range` and the other types are told apart by where they stand. */
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set([
  "Math",
  "console",
  "undefined",
  "NaN",
  "Infinity",
  "assert",
  "utf8",
  "array",
  "constant",
  "Panic",
  ...Object.keys(ELEMENTS),
  ...TYPED_ARRAYS.keys(),
]);

function range(from: ts.SyntaxKind, to: ts.SyntaxKind): ts.SyntaxKind[] {
  return Object.values(K).filter(
    (kind): kind is ts.SyntaxKind => typeof kind === "number" && kind >= from && kind <= to,
  );
}

const HINTS = new Map<ts.SyntaxKind, string>([
  [K.TemplateExpression, "Build text with `Writer`."],
  [K.NoSubstitutionTemplateLiteral, 'Write "…".'],
  [K.ArrayLiteralExpression, "Tables are module constants; others are `array(n, …)` or typed arrays."],
  [K.AsExpression, "Give the declaration the type that it has; `u8(x)` converts integers."],
  [K.SatisfiesExpression, "Annotate the declaration."],
  [K.NonNullExpression, "Test it before."],
  [K.TryStatement, "Return what went wrong: there are no exceptions."],
  [K.ThrowStatement, "Return what went wrong; `assert` stops the program."],
  [K.ForInStatement, "Write `for (const x of array)` or count."],
  [K.FunctionExpression, "Declare it at the top level and call it by its name."],
  [K.RegularExpressionLiteral, "Look at the bytes, one by one."],
  [K.GetAccessor, "Write a method."],
  [K.SetAccessor, "Write a method."],
  [K.DeleteExpression, "A class's fields are fixed."],
  [K.HeritageClause, "Make the other class a field."],
  [K.TypeOfExpression, "Types are known."],
  [K.AwaitExpression, "Drivers answer with events."],
  [K.YieldExpression, "Write a function that is called again."],
  [K.ExportDeclaration, "Write `export` before the declaration."],
  [K.ExportAssignment, "Write `export` before the declaration."],
  [K.AsyncKeyword, "Drivers answer with events."],
  [K.StaticKeyword, "Write a function."],
  [K.DefaultKeyword, "Export it by its name."],
  [K.BigIntLiteral, "`int` holds ±(2^53 − 1)."],
  [K.SpreadElement, "Give each value."],
  [K.SpreadAssignment, "Give each field."],
  [K.LabeledStatement, "Put the loops into a function and return from it."],
]);

export function hintFor(kind: ts.SyntaxKind): string {
  return HINTS.get(kind) ?? "docs/static-typescript.md lists what there is.";
}

export function kindName(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return `\`${text.length > 40 ? `${text.slice(0, 37)}…` : text}\` (${ts.SyntaxKind[node.kind]})`;
}
