/** Print: the program's own types as C declares them. */
import { intLiteral, literalType } from "../lower/integers.ts";
import { docComment } from "../lower/module.ts";
import { memberName, variantName } from "../lower/names.ts";
import { cStored, cType, elementCType } from "../lower/types.ts";
import type {
  ClassInfo,
  EnumInfo,
  FieldInfo,
  FunctionTypeInfo,
  Module,
  RecordInfo,
  TaggedInfo,
  UnionInfo,
} from "../model/entities.ts";
import { snake } from "../model/names.ts";
import type { Program } from "../model/program.ts";
import type { Type } from "../model/types.ts";
import { dimension, initializer } from "./data.ts";
import { printExpression } from "./expressions.ts";
import { printComment, spaced } from "./statements.ts";
import type { UsedNames } from "./used.ts";

/** What becomes a struct in C. */
type Struct = ClassInfo | RecordInfo | TaggedInfo;

/** What has a name in C. */
interface Named {
  readonly cName: string;
}

/** The types of one module. */
export class TypePrinter {
  private readonly program: Program;
  private readonly module: Module;
  private readonly used: UsedNames;

  constructor(program: Program, module: Module, used: UsedNames) {
    this.program = program;
    this.module = module;
    this.used = used;
  }

  /** Each type's declaration, in an order that C can read. */
  declarations(): string[] {
    const isOwn = (info: { module: Module }): boolean => info.module === this.module;
    const structs = this.structs();
    const functionTypes = this.program.functionTypes.filter(isOwn);
    const names = [
      ...structs.flatMap((info) => [info.cName, ...this.around(info).map((each) => each.name)]),
      ...functionTypes.flatMap((info) => this.around(info as Named).map((each) => each.name)),
    ].map((name) => `typedef struct ${name} ${name}_t;`);
    return [
      ...this.program.unions.filter(isOwn).map((union) => this.union(union)),
      ...this.program.enums.filter(isOwn).map((info) => enumText(info)),
      this.declaresFirst() ? names.join("\n") : "",
      ...functionTypes.map((info) => [functionType(info), ...this.aroundText(info as Named, true)].join("\n")),
      ...structs.map((info) => this.struct(info)),
    ];
  }

  private union(info: UnionInfo): string {
    const members = info.members.map((member) => `    ${memberName(info.cName, member)},`);
    const texts = this.used.unionTexts.has(info.cName)
      ? [``, `/** The text of each. */`, `extern const ts_bytes ${info.cName}_texts[${String(info.members.length)}];`]
      : [];
    return [
      ...comment(docComment(info.declaration)),
      "typedef enum TS_NARROW {",
      ...members,
      `} ${info.cName}_t;`,
      ...texts,
      ...this.aroundText(info, false),
    ].join("\n");
  }

  /** Structs, each after those that lie inside it. */
  private structs(): Struct[] {
    const all: Struct[] = [...this.program.records, ...this.program.classes, ...this.program.taggedUnions];
    const own = all.filter((info) => info.module === this.module);
    own.sort((a, b) => a.declaration.getStart() - b.declaration.getStart());
    const ordered: Struct[] = [];
    const visit = (info: Struct): void => {
      if (ordered.includes(info) || !own.includes(info)) {
        return;
      }
      const inside =
        "variants" in info ? [...info.variants.values()] : info.fields.flatMap((each) => structsIn(each.type));
      for (const inner of inside) {
        if (inner !== info) {
          visit(inner);
        }
      }
      ordered.push(info);
    };
    own.forEach(visit);
    return ordered;
  }

  /** Whether the structs' names stand before them, since types of functions speak of them, or one points to itself. */
  private declaresFirst(): boolean {
    const isOfFunctions = this.program.functionTypes.some((info) => info.module === this.module);
    const structs = this.structs();
    const pointsAhead = structs.some((info, index) =>
      fieldsOf(info).some((field) => structsIn(field.type).some((inner) => structs.indexOf(inner) >= index)),
    );
    return isOfFunctions || pointsAhead;
  }

  private struct(info: Struct): string {
    const fields =
      "variants" in info
        ? taggedFields(info)
        : info.fields.flatMap((field) => [
            ...comment(docComment(field.declaration), "    "),
            `    ${fieldText(field)};`,
          ]);
    const lines = fields.length === 0 ? ["    uint8_t unused;"] : fields;
    const [open, close] = this.declaresFirst()
      ? [`struct ${info.cName} {`, "};"]
      : ["typedef struct {", `} ${info.cName}_t;`];
    const own = [...comment(docComment(info.declaration)), open, ...lines, close];
    return [...own, ...this.aroundText(info, this.declaresFirst())].join("\n");
  }

  /** The structs around one of these that the program speaks of: tables of it, it or nothing, tables of that. */
  private around(info: Named): { readonly name: string; readonly fields: readonly string[] }[] {
    const isNullable = this.program.nullables.has(info as RecordInfo);
    const maybe = `${info.cName}_maybe`;
    return [
      ...this.tablesOf(info.cName),
      ...(isNullable ? [{ name: maybe, fields: ["    bool present;", `    ${info.cName}_t value;`] }] : []),
      ...(isNullable ? this.tablesOf(maybe) : []),
    ];
  }

  /** The view of a table of these, of a table of such tables, and so on. */
  private tablesOf(element: string): { readonly name: string; readonly fields: readonly string[] }[] {
    const name = `${element}_table`;
    return this.used.tables.has(`${name}_t`)
      ? [{ name, fields: [`    const ${element}_t *data;`, "    uint32_t length;"] }, ...this.tablesOf(name)]
      : [];
  }

  private aroundText(info: Named, isNamed: boolean): string[] {
    return this.around(info).flatMap(({ name, fields }) =>
      isNamed ? ["", `struct ${name} {`, ...fields, "};"] : ["", "typedef struct {", ...fields, `} ${name}_t;`],
    );
  }
}

function fieldText(field: FieldInfo): string {
  const { type, storage, cName } = field;
  if (type.kind === "fixed" && storage !== undefined) {
    return `${cStored(type.element)} ${cName}${dimension(type.length)}`;
  }
  if (type.kind === "view" && storage?.kind === "elements") {
    return `${elementCType(type.element)} ${cName}${dimension(storage.length)}`;
  }
  return `${spaced(storage?.kind === "instance" ? cStored(type) : cType(type))}${cName}`;
}

/** The tag, and the variants that have fields on top of each other. */
function taggedFields(info: TaggedInfo): string[] {
  const variants = [...info.variants].filter(([, record]) => record.fields.length > 0);
  const inside = variants.map(([text, record]) => `        ${record.cName}_t ${variantName(text)};`);
  return [`    ${info.tags.cName}_t tag;`, ...(inside.length === 0 ? [] : ["    union {", ...inside, "    };"])];
}

function fieldsOf(info: Struct): readonly FieldInfo[] {
  return "variants" in info ? [] : info.fields;
}

/** The structs that lie inside a value of the type. */
function structsIn(type: Type): Struct[] {
  switch (type.kind) {
    case "class":
      return [type.class];
    case "nullable":
      return structsIn(type.of);
    case "tagged":
      return [type.tagged];
    case "record":
      return [type.record];
    case "fixed":
    case "table":
      return structsIn(type.element);
    default:
      return [];
  }
}

function functionType(info: FunctionTypeInfo): string {
  const given = info.parameters.map((each) => cType(each)).join(", ");
  const text = `typedef ${spaced(cType(info.returns))}(*${info.cName!}_t)(${given === "" ? "void" : given});`;
  return [...comment(docComment(info.declaration)), text].join("\n");
}

/** An enum's names; its values lie in the narrowest integer. C's own enumerators are no wider than `int`. */
function enumText(info: EnumInfo): string {
  const members = [...info.members].map(([member, value]) => [memberName(info.cName, snake(member)), value] as const);
  const fitsInt = info.min >= -2147483648 && info.max <= 2147483647;
  const lines = fitsInt
    ? ["enum {", ...members.map(([name, value]) => `    ${name} = ${String(value)},`), "};"]
    : members.map(([name, value]) => define(name, value));
  return [...comment(docComment(info.declaration)), ...lines].join("\n");
}

/** A number under a name of the preprocessor. */
export function define(name: string, value: number): string {
  const text = printExpression(intLiteral(value, literalType(value)));
  return `#define ${name} ${text.startsWith("-") ? `(${text})` : text}`;
}

export function unionTexts(info: UnionInfo): string {
  const lines = info.members.map((member) => `    ${initializer(member, { kind: "text" })},`);
  return `const ts_bytes ${info.cName}_texts[${String(info.members.length)}] = {\n${lines.join("\n")}\n};`;
}

export function comment(text: string | undefined, pad = ""): string[] {
  return text === undefined ? [] : printComment(text, pad);
}
