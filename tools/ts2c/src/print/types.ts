/** Print: the program's own types as C declares them. */
import { intLiteral, literalType } from "../lower/integers.ts";
import { docComment } from "../lower/module.ts";
import { memberName, variantName } from "../lower/names.ts";
import { cStored, cType, elementCType, maybeName } from "../lower/types.ts";
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

/** What becomes a struct in C. */
type Struct = ClassInfo | RecordInfo | TaggedInfo;

/** The types of one module. */
export class TypePrinter {
  private readonly program: Program;
  private readonly module: Module;
  private readonly unionTexts: ReadonlySet<string>;

  constructor(program: Program, module: Module, unionTexts: ReadonlySet<string>) {
    this.program = program;
    this.module = module;
    this.unionTexts = unionTexts;
  }

  /** Each type's declaration, in an order that C can read. */
  declarations(): string[] {
    const isOwn = (info: { module: Module }): boolean => info.module === this.module;
    const structs = this.structs();
    const names = structs.map((info) => `typedef struct ${info.cName} ${info.cName}_t;`);
    return [
      ...this.program.unions.filter(isOwn).map((union) => this.union(union)),
      ...this.program.enums.filter(isOwn).map((info) => enumText(info)),
      this.declaresFirst() ? names.join("\n") : "",
      ...this.program.functionTypes.filter(isOwn).map((info) => functionType(info)),
      ...structs.map((info) => this.struct(info)),
    ];
  }

  private union(info: UnionInfo): string {
    const members = info.members.map((member) => `    ${memberName(info.cName, member)},`);
    const texts = this.unionTexts.has(info.cName)
      ? [``, `/** The text of each. */`, `extern const ts_bytes ${info.cName}_texts[${String(info.members.length)}];`]
      : [];
    return [
      ...comment(docComment(info.declaration)),
      "typedef enum TS_NARROW {",
      ...members,
      `} ${info.cName}_t;`,
      ...texts,
      ...this.tableView(info),
      ...this.maybe(info),
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
    return [...own, ...this.tableView(info), ...this.maybe(info)].join("\n");
  }

  /** One of these or nothing, where the program has that. */
  private maybe(info: Struct | UnionInfo): string[] {
    return this.program.nullables.has(info)
      ? ["", "typedef struct {", "    bool present;", `    ${info.cName}_t value;`, `} ${maybeName(info)};`]
      : [];
  }

  /** The view of a table of these, where a function or a field has one. */
  private tableView(info: { readonly cName: string }): string[] {
    const type = `${info.cName}_table_t`;
    const ofFunctions = this.program.functions.flatMap((each) => [
      each.returns,
      ...each.parameters.map((parameter) => parameter.type),
    ]);
    const ofFields = [...this.program.records, ...this.program.classes].flatMap((each) =>
      each.fields.map((field) => field.type),
    );
    const taken = [...ofFunctions, ...ofFields].some((each) => each.kind === "table" && cType(each) === type);
    return taken
      ? ["", `typedef struct {`, `    const ${info.cName}_t *data;`, `    uint32_t length;`, `} ${type};`]
      : [];
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
