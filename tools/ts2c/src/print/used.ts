/** Print: which of the names that a type gives rise to a program speaks of, so that only those are declared. */
import type { CModule } from "../lower/module.ts";
import { cType } from "../lower/types.ts";
import type { Program } from "../model/program.ts";
import type { Type } from "../model/types.ts";

/** Names in C. */
export interface UsedNames {
  /** Of unions: those whose members' texts are looked up. */
  readonly unionTexts: ReadonlySet<string>;
  /** Of views of constant tables. */
  readonly tables: ReadonlySet<string>;
}

export function usedNames(program: Program, modules: readonly CModule[]): UsedNames {
  const tables = new Set(typesOf(program).flatMap(tablesIn));
  addTables(
    modules.map((each) => each.functions),
    tables,
  );
  return { unionTexts: new Set(modules.flatMap((each) => [...each.uses.unionTexts])), tables };
}

/** The types that stand in declarations. A constant is no view itself, its elements may be. */
function typesOf(program: Program): Type[] {
  const signatures = [...program.functions, ...program.functionTypes].flatMap((each) => [
    each.returns,
    ...each.parameters.map((parameter) => ("type" in parameter ? parameter.type : parameter)),
  ]);
  const fields = [...program.records, ...program.classes].flatMap((each) => each.fields.map((field) => field.type));
  const elements = program.constants.flatMap(({ type }) => (type.kind === "table" ? [type.element] : []));
  return [...signatures, ...fields, ...elements];
}

function tablesIn(type: Type): string[] {
  switch (type.kind) {
    case "table":
      return [cType(type), ...tablesIn(type.element)];
    case "nullable":
      return tablesIn(type.of);
    case "fixed":
      return tablesIn(type.element);
    default:
      return [];
  }
}

/** Adds those that stand in what was lowered: of locals, of what is passed. */
function addTables(node: unknown, into: Set<string>): void {
  if (typeof node !== "object" || node === null) {
    return;
  }
  if ("type" in node && typeof node.type === "string") {
    for (let type = node.type; type.endsWith("_table_t"); type = type.replace(/_table_t$/, "_t")) {
      into.add(type);
    }
  }
  for (const part of Object.values(node)) {
    addTables(part, into);
  }
}
