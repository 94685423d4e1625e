/** The fields of classes and records. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { ClassInfo, FieldInfo, RecordInfo } from "./entities.ts";
import { snake } from "./names.ts";
import { hasModifier, type Program } from "./program.ts";
import { storageOf } from "./storage.ts";
import { ERROR, holdsPlace, typeName, type Type } from "./types.ts";

export function fieldsOfClass(program: Program, owner: ClassInfo): FieldInfo[] {
  const fields: FieldInfo[] = [];
  for (const member of owner.declaration.members) {
    if (!ts.isPropertyDeclaration(member) || !ts.isIdentifier(member.name)) {
      continue;
    }
    const name = member.name.text;
    const written = member.type && program.types.resolve(member.type);
    const { type, storage } = storageOf(program, written, member.initializer);
    const isReadonly = hasModifier(member, ts.SyntaxKind.ReadonlyKeyword);
    if (type === undefined && member.type === undefined) {
      program.diagnostics.add(refuse.typeMissing(member.name, `the field \`${name}\``));
    }
    if (type !== undefined && holdsPlace(type) && !isReadonly) {
      program.diagnostics.add(refuse.placeStored(member.name, name));
    }
    if (storage !== undefined && !isReadonly) {
      program.diagnostics.add(refuse.creation(member.name));
    }
    fields.push({
      name,
      cName: fieldName(name),
      type: type ?? ERROR,
      readonly: isReadonly,
      owner,
      declaration: member,
      storage,
    });
  }
  return fields;
}

export function fieldsOfRecord(program: Program, owner: RecordInfo): FieldInfo[] {
  const { declaration } = owner;
  const members = ts.isTypeAliasDeclaration(declaration)
    ? (declaration.type as ts.TypeLiteralNode).members
    : declaration.members;
  const fields: FieldInfo[] = [];
  for (const member of members) {
    if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name) || member.questionToken) {
      program.diagnostics.add(refuse.syntax(member, "this member", "A record has `readonly name: type` fields only."));
      continue;
    }
    const name = member.name.text;
    if (!hasModifier(member, ts.SyntaxKind.ReadonlyKeyword)) {
      program.diagnostics.add(refuse.fieldNotReadonly(member, name));
    }
    if (
      owner.tag === undefined &&
      member.type &&
      ts.isLiteralTypeNode(member.type) &&
      ts.isStringLiteral(member.type.literal)
    ) {
      owner.tag = { field: name, text: member.type.literal.text };
      continue;
    }
    const type = program.declaredType(member.type, member, `the field \`${name}\``);
    const holdsItself = holdsUnfinished(program, type);
    if (holdsItself) {
      const hint = "A record is a value and never holds itself: name another one by its index in an array.";
      program.diagnostics.add(refuse.typeUnknown(member.type ?? member, typeName(type), hint));
    }
    fields.push({
      name,
      cName: fieldName(name),
      type: holdsItself ? ERROR : type,
      readonly: true,
      owner,
      declaration: member,
      storage: undefined,
    });
  }
  return fields;
}

/** Whether a value of the type holds a record whose own fields are just being read. */
function holdsUnfinished(program: Program, type: Type): boolean {
  switch (type.kind) {
    case "record":
      return !program.records.includes(type.record);
    case "tagged":
      return [...type.tagged.variants.values()].some((record) => !program.records.includes(record));
    case "nullable":
      return holdsUnfinished(program, type.of);
    case "fixed":
    case "table":
      return holdsUnfinished(program, type.element);
    default:
      return false;
  }
}

/**
 * A field has a name space of its own in C; only the words of C itself and macros are in its way. Those in capitals, as
 * a module's integers become them, are avoided as a whole.
 */
function fieldName(name: string): string {
  const own = snake(name).toLowerCase();
  return /^(errno|stdin|stdout|stderr|unix|linux|auto|bool|break|case|char|const|default|do|double|else|enum|extern|false|float|for|goto|if|inline|int|long|register|restrict|return|short|signed|sizeof|static|struct|switch|true|typedef|union|unsigned|void|volatile|while)$/.test(
    own,
  )
    ? `${own}_`
    : own;
}
