/**
 * Check: the closed set of syntax. Every kind of node that is not on the list is refused, and the kinds that are on it keep
 * to the few rules that need no types.
 */
import ts from "typescript";
import { type Diagnostics, refuse } from "../diagnostics.ts";
import { isCode } from "../infer/infer.ts";
import type { Module } from "../model/entities.ts";
import { hasModifier, type Program } from "../model/program.ts";
import { isBuiltIn } from "../model/storage.ts";
import { HALF_CHARACTER, isWholeText } from "../model/text.ts";
import { ACCEPTED, BUILT_IN_NAMES, hintFor, kindName } from "./syntax.ts";

export function check(program: Program, roots: ReadonlySet<ts.SourceFile>): void {
  for (const module of program.modules) {
    new Checker(program, module, roots.has(module.source)).module();
  }
}

class Checker {
  private readonly program: Program;
  private readonly module_: Module;
  private readonly diagnostics: Diagnostics;
  private readonly isRoot: boolean;

  constructor(program: Program, module: Module, isRoot: boolean) {
    this.program = program;
    this.module_ = module;
    this.diagnostics = program.diagnostics;
    this.isRoot = isRoot;
  }

  module(): void {
    for (const statement of this.module_.source.statements) {
      if (isCode(statement) && !this.isRoot) {
        this.diagnostics.add(refuse.topLevel(statement));
      }
      this.visit(statement);
    }
  }

  private visit(node: ts.Node): void {
    if (this.program.buildTimeOnly.has(node)) {
      return; // Only its result counts.
    }
    if (ts.isTypeNode(node)) {
      return; // The type resolver knows which types there are.
    }
    if (isNamedType(node) && !ts.isSourceFile(node.parent)) {
      this.refuse(node, "a type or class inside a function", "Move it to the top level.");
      return;
    }
    const isDeclared = ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.DeclareKeyword);
    if (isDeclared && !this.module_.isDriver && !ts.isPropertyDeclaration(node)) {
      this.refuse(node, "`declare`", "Only modules in `platform/` declare what others implement.");
      return;
    }
    if (ts.isEnumDeclaration(node)) {
      return; // The program knows which members there are.
    }
    if (!ACCEPTED.has(node.kind)) {
      this.diagnostics.add(refuse.syntax(node, kindName(node), hintFor(node.kind)));
      return;
    }
    if (this.isFreeCode(node)) {
      return;
    }
    this.rules(node);
    ts.forEachChild(node, (child) => {
      this.visit(child);
    });
  }

  /** What `constant(() => …)` computes, and read-only tables, may use all of TypeScript: only the result counts. */
  private isFreeCode(node: ts.Node): boolean {
    if (!ts.isVariableDeclaration(node) || !ts.isSourceFile(node.parent.parent.parent)) {
      return false;
    }
    const constant = this.program.constant(node);
    return constant !== undefined && constant.storage === undefined && constant.value !== undefined;
  }

  private rules(node: ts.Node): void {
    this.builtInName(node);
    if (ts.isImportDeclaration(node)) {
      this.import(node);
    } else if (ts.isVariableDeclarationList(node)) {
      this.variables(node);
    } else if (ts.isVariableDeclaration(node)) {
      this.variable(node);
    } else if (ts.isParameter(node)) {
      this.parameter(node);
    } else if (ts.isPropertyDeclaration(node)) {
      this.field(node);
    } else if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isClassDeclaration(node)) {
      this.declaration(node);
    } else if (ts.isConstructorDeclaration(node)) {
      this.constructorBody(node);
    } else if (ts.isArrowFunction(node)) {
      this.arrow(node);
    } else if (ts.isCaseClause(node) && node.statements.some(ts.isVariableStatement)) {
      this.refuse(node, "a declaration straight in a case", "Put the case's statements into a block: `case 1: { … }`.");
    } else if (ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined) {
      this.refuse(node, "`?.`", "Test `!== null` before.");
    } else if (ts.isStringLiteral(node) && !isWholeText(node.text)) {
      this.refuse(node, HALF_CHARACTER, 'Write the whole character: `"\\u{1f600}"`.');
    } else if (ts.isForOfStatement(node) && !ts.isVariableDeclarationList(node.initializer)) {
      this.refuse(node.initializer, "this variable", "Write `for (const x of array)`.");
    }
  }

  private refuse(node: ts.Node, what: string, hint: string): void {
    this.diagnostics.add(refuse.syntax(node, what, hint));
  }

  /** What is built in is known by its name, so that nothing else may have it. */
  private builtInName(node: ts.Node): void {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (!declares || node.name === undefined || !ts.isIdentifier(node.name)) {
      return;
    }
    const isOwn = ts.isImportSpecifier(node) && node.propertyName === undefined && isFromLibrary(node);
    if (!isOwn && BUILT_IN_NAMES.has(node.name.text)) {
      this.diagnostics.add(refuse.builtInName(node.name, node.name.text));
    }
    if (ts.isImportSpecifier(node) && node.propertyName !== undefined && isFromLibrary(node)) {
      this.refuse(node, "a new name for something of ts2c", "Import it by its own name.");
    }
  }

  private import(node: ts.ImportDeclaration): void {
    const clause = node.importClause;
    if (clause === undefined) {
      this.diagnostics.add(refuse.importForm(node, "an import for its effect only"));
    } else if (clause.name !== undefined) {
      this.diagnostics.add(refuse.importForm(node, "a default import"));
    }
  }

  private variables(node: ts.VariableDeclarationList): void {
    const isLet = (node.flags & ts.NodeFlags.Let) !== 0;
    const isConst = (node.flags & ts.NodeFlags.Const) !== 0;
    if (!isLet && !isConst) {
      this.refuse(node, "`var`", "Write `let` or `const`.");
    }
    if (isLet && ts.isVariableStatement(node.parent) && ts.isSourceFile(node.parent.parent)) {
      this.refuse(node, "`let` at the top level", "Make it a field of a class of which there is one instance.");
    }
    if (ts.isForOfStatement(node.parent) && !isConst) {
      this.refuse(node, "`let` in `for-of`", "Write `for (const x of array)`.");
    }
  }

  private variable(node: ts.VariableDeclaration): void {
    const inForOf = ts.isForOfStatement(node.parent.parent);
    if (!ts.isIdentifier(node.name)) {
      this.pattern(node, node.name);
    } else if (node.initializer === undefined && !inForOf) {
      this.diagnostics.add(refuse.uninitialised(node, node.name.text));
    }
  }

  /** `const { a, b: other } = record;` */
  private pattern(node: ts.VariableDeclaration, pattern: ts.BindingPattern): void {
    const isLocal = ts.isVariableStatement(node.parent.parent) && !ts.isSourceFile(node.parent.parent.parent);
    const isPlain = (element: ts.BindingElement | ts.OmittedExpression): boolean =>
      ts.isBindingElement(element) &&
      ts.isIdentifier(element.name) &&
      element.initializer === undefined &&
      element.dotDotDotToken === undefined &&
      (element.propertyName === undefined || ts.isIdentifier(element.propertyName));
    if (!isLocal || !ts.isObjectBindingPattern(pattern) || !pattern.elements.every(isPlain)) {
      this.refuse(pattern, "this destructuring", "A local `const { a, b: other } = record;` takes fields of a record.");
    }
  }

  /** A field has its value when others can see it: from where it stands, or from the constructor. */
  private field(node: ts.PropertyDeclaration): void {
    if (node.questionToken !== undefined) {
      this.refuse(node, "an optional field", "Write `name: Type | null = null`.");
    } else if (node.exclamationToken !== undefined || hasModifier(node, ts.SyntaxKind.DeclareKeyword)) {
      this.diagnostics.add(refuse.uninitialised(node, node.name.getText()));
    } else if (node.initializer !== undefined && this.usesWhole(node.initializer)) {
      this.diagnostics.add(refuse.constructorUse(node.initializer));
    }
  }

  /** Whether it does more with `this` than to read a field, which `tsc` has seen to stand before. */
  private usesWhole(node: ts.Node): boolean {
    if (node.kind === ts.SyntaxKind.ThisKeyword) {
      const { parent } = node;
      const entity = ts.isPropertyAccessExpression(parent) ? this.program.entity(parent.name) : undefined;
      return entity === undefined || !("pos" in entity) || !ts.isPropertyDeclaration(entity);
    }
    return ts.forEachChild(node, (child) => this.usesWhole(child)) ?? false;
  }

  private parameter(node: ts.ParameterDeclaration): void {
    if (
      node.initializer !== undefined ||
      node.dotDotDotToken !== undefined ||
      node.questionToken !== undefined ||
      !ts.isIdentifier(node.name)
    ) {
      this.refuse(node, "this parameter", "A parameter is `name: type`, and every call gives it.");
    } else if (ts.getModifiers(node) !== undefined) {
      this.refuse(node, "a field that a parameter declares", "Declare the field, and assign it in the constructor.");
    }
  }

  private declaration(node: ts.FunctionDeclaration | ts.MethodDeclaration | ts.ClassDeclaration): void {
    if (node.typeParameters !== undefined && (ts.isMethodDeclaration(node) || isExportedEntry(this.module_, node))) {
      this.refuse(node.typeParameters[0], "a type parameter here", "Functions and classes at the top level have them.");
    }
    for (const kind of [ts.SyntaxKind.AsyncKeyword, ts.SyntaxKind.StaticKeyword, ts.SyntaxKind.DefaultKeyword]) {
      if (hasModifier(node, kind)) {
        this.refuse(node, `\`${ts.tokenToString(kind) ?? ""}\``, hintFor(kind));
      }
    }
    if (ts.isClassDeclaration(node)) {
      return;
    }
    if (node.asteriskToken !== undefined) {
      this.refuse(node, "a generator", "Write a function that is called again.");
    }
    const isDriver = this.module_.isDriver && ts.isFunctionDeclaration(node);
    if (node.body === undefined && !isDriver) {
      this.refuse(node, "a function without body", "Only modules in `platform/` declare drivers' functions.");
    }
    if (ts.isFunctionDeclaration(node) && !ts.isSourceFile(node.parent)) {
      this.refuse(node, "a function inside a function", "Move it to the top level and pass what it needs.");
    }
  }

  /** A constructor sets its fields before it does anything else, so that nobody sees a field without its value. */
  private constructorBody(node: ts.ConstructorDeclaration): void {
    const missing = new Set<ts.Node>(node.parent.members.filter((each) => isFieldWithoutValue(each)));
    for (const statement of node.body?.statements ?? []) {
      if (isFieldAssignment(statement)) {
        const target = this.program.entity(statement.expression.left.name);
        missing.delete(target as ts.Node);
      } else if (missing.size > 0) {
        this.diagnostics.add(refuse.constructorUse(statement));
      }
    }
  }

  /** The only function expressions: what makes the elements of an array. */
  private arrow(node: ts.ArrowFunction): void {
    const call = node.parent;
    const makesElements =
      ts.isCallExpression(call) && isBuiltIn(this.program, call.expression, "array") && node.parameters.length === 0;
    if (!makesElements) {
      this.refuse(node, "a function as a value", "Declare it at the top level and call it by its name.");
    }
  }
}

function isNamedType(node: ts.Node): boolean {
  return (
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

function isFromLibrary(node: ts.ImportSpecifier): boolean {
  const { moduleSpecifier } = node.parent.parent.parent;
  return ts.isStringLiteral(moduleSpecifier) && /^ts2c$|\/core\.ts$/.test(moduleSpecifier.text);
}

/** A driver's function has no body to make copies of. */
function isExportedEntry(module: Module, node: ts.Node): boolean {
  return module.isDriver && ts.isFunctionDeclaration(node);
}

function isFieldWithoutValue(member: ts.ClassElement): boolean {
  return ts.isPropertyDeclaration(member) && member.initializer === undefined;
}

type FieldAssignment = ts.ExpressionStatement & {
  readonly expression: ts.BinaryExpression & { readonly left: ts.PropertyAccessExpression };
};

/** `this.field = value`, where the value calls nothing and does not use `this`. */
function isFieldAssignment(statement: ts.Statement): statement is FieldAssignment {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) {
    return false;
  }
  const { left, operatorToken, right } = statement.expression;
  return (
    operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(left) &&
    left.expression.kind === ts.SyntaxKind.ThisKeyword &&
    !mentionsThis(right)
  );
}

function mentionsThis(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.ThisKeyword || (ts.forEachChild(node, mentionsThis) ?? false);
}
