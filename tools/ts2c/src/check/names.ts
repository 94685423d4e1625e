/** Check: no two things of the program get one name in C. */
import { refuse } from "../diagnostics.ts";
import ts from "typescript";
import { memberName } from "../lower/names.ts";
import { maybeName } from "../lower/types.ts";
import type { Module } from "../model/entities.ts";
import { isReserved } from "../model/c-names.ts";
import { initName, snake, startName } from "../model/names.ts";
import { isExported, type Program } from "../model/program.ts";

interface Named {
  readonly name: string;
  readonly cName: string;
  readonly node: ts.Node;
}

export function checkNames(program: Program, roots: ReadonlySet<ts.SourceFile>): void {
  const starts = program.modules.flatMap((module) => startsOf(module, roots.has(module.source)));
  const shared = new Map(starts.map((each) => [each.cName, each]));
  const all = program.modules.map((module) => namesOf(program, module.path));
  for (const each of all.flat().filter((one) => one.exported)) {
    claim(program, shared, each);
  }
  for (const names of all) {
    // Every C file may include every header, so that its own names must differ from all shared ones.
    const own = new Map(shared);
    for (const each of names) {
      if (!each.exported) {
        claim(program, own, each);
      }
      if (isReserved(each.cName)) {
        program.diagnostics.add(refuse.reservedName(each.node, each.cName));
      }
    }
  }
  for (const info of [...program.classes, ...program.records]) {
    const fields = new Map<string, Named>();
    for (const field of info.fields) {
      claim(program, fields, { name: field.name, cName: field.cName, node: field.declaration });
    }
  }
}

/** What starts a module, or the program of a root; and the border that all entries share. */
function startsOf(module: Module, isRoot: boolean): Named[] {
  const { source: node, path } = module;
  const names = [initName(module), ...(isRoot ? [startName(path)] : []), "p1_enter", "p1_leave"];
  return names.map((cName) => ({ name: cName, cName, node }));
}

function claim(program: Program, names: Map<string, Named>, each: Named): void {
  const other = names.get(each.cName);
  if (other !== undefined && other.node !== each.node) {
    program.diagnostics.add(refuse.nameCollision(each.node, each.name, `\`${other.name}\``));
  }
  names.set(each.cName, each);
}

function namesOf(program: Program, path: string): (Named & { exported: boolean })[] {
  const functions = program.functions
    .filter((info) => info.module.path === path)
    .flatMap((info) => [
      { name: info.name, cName: info.cName, node: info.declaration, exported: info.exported && !info.entryName },
      ...(info.entryName ? [{ name: info.name, cName: info.entryName, node: info.declaration, exported: true }] : []),
    ]);
  const constants = program.constants
    .filter((info) => info.module.path === path && info.type.kind !== "constants")
    .map((info) => ({ name: info.name, cName: info.cName, node: info.declaration, exported: info.exported }));
  const values = [...program.records, ...program.unions, ...program.taggedUnions];
  const types = [...program.classes, ...program.functionTypes, ...values]
    .filter((info) => info.module.path === path)
    .map((info) => ({ name: info.name, cName: `${info.cName ?? ""}_t`, node: info.declaration, exported: true }));
  const maybes = values
    .filter((info) => info.module.path === path)
    .map((info) => ({ name: `${info.name} | null`, cName: maybeName(info), node: info.declaration, exported: true }));
  types.push(...maybes);
  return [...functions, ...constants, ...types, ...constructorsOf(program, path), ...membersOf(program, path)];
}

/** Every class gets a function that makes it; one that is written is among the functions. */
function constructorsOf(program: Program, path: string): (Named & { exported: boolean })[] {
  return program.classes
    .filter((info) => info.module.path === path && info.constructorInfo === undefined)
    .map((info) => ({
      name: info.name,
      cName: `${info.cName}_init`,
      node: info.declaration,
      exported: isExported(info.declaration),
    }));
}

/** The members of unions and enums are enumerators, which all stand in one name space. */
function membersOf(program: Program, path: string): (Named & { exported: boolean })[] {
  const ofEnums = program.enums
    .filter((info) => info.module.path === path)
    .flatMap((info) =>
      info.declaration.members.map((node) => ({
        name: `${info.name}.${node.name.getText()}`,
        cName: memberName(info.cName, snake(node.name.getText())),
        node,
        exported: true,
      })),
    );
  const ofUnions = program.unions
    .filter((info) => info.module.path === path)
    .flatMap((info) => {
      const { type } = info.declaration;
      const nodes = ts.isUnionTypeNode(type) ? type.types : [type];
      return info.members.map((member, index) => ({
        name: `${info.name} "${member}"`,
        cName: memberName(info.cName, member),
        node: nodes[index],
        exported: true,
      }));
    });
  return [...ofEnums, ...ofUnions];
}
