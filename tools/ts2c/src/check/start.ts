/**
 * Check: how a program starts. What a module runs while it is loaded finds everything that it reads initialised, and what
 * is computed while transpiling touches nothing that the device has too.
 */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { isCode } from "../infer/infer.ts";
import { isDeeplyReadonly } from "../model/types.ts";
import type { Module } from "../model/entities.ts";
import { valueSymbol } from "../model/entity.ts";
import type { Program } from "../model/program.ts";

/** Gives whether the constants can be computed. */
export function checkStart(program: Program): boolean {
  const reach = new Reach(program);
  let isComputable = true;
  for (const module of program.modules) {
    for (const statement of module.source.statements) {
      if (isCode(statement)) {
        checkInitialised(program, reach, module, statement);
      } else if (ts.isVariableStatement(statement)) {
        for (const declaration of statement.declarationList.declarations) {
          isComputable = checkConstant(program, reach, module, declaration) && isComputable;
        }
      }
    }
  }
  return isComputable;
}

/** Everything of its own module that the code reaches has to stand before it. */
function checkInitialised(program: Program, reach: Reach, module: Module, node: ts.Node): void {
  for (const reached of reach.from(node)) {
    const isHere = reached.getSourceFile() === module.source && hasValueAtStart(reached);
    if (isHere && reached.getStart() > node.getStart()) {
      program.diagnostics.add(refuse.uninitialised(node, nameOf(reached)));
      return;
    }
  }
}

/** Functions are there from the beginning; everything else of a module from where it stands. */
function hasValueAtStart(reached: ts.Node): boolean {
  const isModuleConstant =
    ts.isVariableDeclaration(reached) &&
    ts.isVariableStatement(reached.parent.parent) &&
    ts.isSourceFile(reached.parent.parent.parent);
  return isModuleConstant || ts.isClassDeclaration(reached) || ts.isEnumDeclaration(reached);
}

function nameOf(node: ts.Node): string {
  return (node as ts.NamedDeclaration).name?.getText() ?? "";
}

function checkConstant(program: Program, reach: Reach, module: Module, declaration: ts.VariableDeclaration): boolean {
  const constant = program.constant(declaration);
  const isBuildTimeOnly = program.buildTimeOnly.has(declaration);
  if ((constant === undefined && !isBuildTimeOnly) || declaration.initializer === undefined) {
    return true;
  }
  if (constant !== undefined && !isDeeplyReadonly(constant.type)) {
    checkInitialised(program, reach, module, declaration.initializer);
    return true;
  }
  // Where nothing is called, a function that is named does not run.
  const { initializer } = declaration;
  for (const reached of runsCode(initializer) ? reach.from(initializer) : reach.named(initializer)) {
    const why = whyNotAhead(program, reached);
    if (why !== undefined) {
      program.diagnostics.add(refuse.notComputable(declaration, why));
      return false;
    }
  }
  return true;
}

function runsCode(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || (ts.forEachChild(node, runsCode) ?? false);
}

/** What of JavaScript is not the same on every machine, or knows what ran before. */
const OF_THE_MACHINE =
  /^(Intl|eval|Function|constructor|stack|WeakRef|FinalizationRegistry|Atomics|SharedArrayBuffer|localeCompare|toLocale\w+)$/;

/** What a constant's computation may not reach: the computation has happened when the device starts. */
function whyNotAhead(program: Program, reached: ts.Node): string | undefined {
  if (ts.isIdentifier(reached)) {
    return `it uses \`${reached.text}\`, of which each machine has its own`;
  }
  if (reached.getSourceFile().isDeclarationFile) {
    const name = nameOf(reached);
    const why = OF_THE_MACHINE.test(name) ? `it uses \`${name}\`, which is not the same on every machine` : undefined;
    return name === "console" ? "it prints" : why;
  }
  const other = program.constant(reached);
  if (other !== undefined && !isDeeplyReadonly(other.type) && other.type.kind !== "error") {
    return `it uses \`${other.name}\`, which can change`;
  }
  return undefined;
}

/** Which declarations a piece of code can reach, through every function and class that it names. */
class Reach {
  private readonly program: Program;
  private readonly direct = new Map<ts.Node, ReadonlySet<ts.Node>>();

  constructor(program: Program) {
    this.program = program;
  }

  from(node: ts.Node): Set<ts.Node> {
    const reached = new Set<ts.Node>(this.named(node));
    for (const each of reached) {
      // The set grows while it is walked. Of a variable only its name counts: its own value is looked at by itself.
      if (!ts.isVariableDeclaration(each) && !each.getSourceFile().isDeclarationFile) {
        this.named(each).forEach((next) => reached.add(next));
      }
    }
    return reached;
  }

  /** The declarations that are named in the node itself. */
  named(node: ts.Node): ReadonlySet<ts.Node> {
    const known = this.direct.get(node);
    if (known !== undefined) {
      return known;
    }
    const found = new Set<ts.Node>();
    const visit = (each: ts.Node): void => {
      if (ts.isTypeNode(each)) {
        return;
      }
      if (ts.isIdentifier(each)) {
        this.declarations(each).forEach((declaration) => found.add(declaration));
      }
      ts.forEachChild(each, visit);
    };
    visit(node);
    this.direct.set(node, found);
    return found;
  }

  private declarations(name: ts.Identifier): readonly ts.Node[] {
    const { checker } = this.program;
    if (name.text === "globalThis") {
      return [name]; // It is declared nowhere.
    }
    const symbol = valueSymbol(checker, name);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (target?.declarations ?? []).filter((each) => each !== name.parent || !ts.isVariableDeclaration(each));
  }
}
