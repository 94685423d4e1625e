/** The program's named things, found by their declarations. */
import ts from "typescript";
import { type Diagnostics, refuse } from "../diagnostics.ts";
import { isCore, type Loaded } from "../load/load.ts";
import type {
  ClassInfo,
  ConstantInfo,
  Effects,
  EnumInfo,
  FunctionTypeInfo,
  TaggedInfo,
  FunctionInfo,
  Module,
  RecordInfo,
  UnionInfo,
} from "./entities.ts";
import { fieldsOfClass, fieldsOfRecord } from "./fields.ts";
import { internal, qualified, snake, typeName } from "./names.ts";
import { type Declared, TypeResolver } from "./resolve.ts";
import { storageOf } from "./storage.ts";
import { ERROR, VOID, type Type } from "./types.ts";

/** What a variant of a tagged union is written as. */
export type Tagged = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeLiteralNode;

/** A name of the core library or of the language, used as a value. */
export interface BuiltIn {
  readonly kind: "built-in";
  readonly name: string;
}

export class Program implements Declared {
  readonly checker: ts.TypeChecker;
  readonly diagnostics: Diagnostics;
  readonly modules: readonly Module[];
  readonly types: TypeResolver;
  readonly functions: FunctionInfo[] = [];
  readonly classes: ClassInfo[] = [];
  readonly records: RecordInfo[] = [];
  readonly unions: UnionInfo[] = [];
  readonly enums: EnumInfo[] = [];
  readonly functionTypes: FunctionTypeInfo[] = [];
  readonly taggedUnions: TaggedInfo[] = [];
  /** Functions that are used as values, so that a call through a value may reach them. */
  readonly taken = new Set<FunctionInfo>();
  readonly constants: ConstantInfo[] = [];
  /** Records and unions of which there is a `T | null`. */
  readonly nullables = new Set<RecordInfo | UnionInfo | ClassInfo | TaggedInfo>();
  private readonly byDeclaration = new Map<ts.Node, FunctionInfo | ClassInfo | RecordInfo | UnionInfo | ConstantInfo>();
  private readonly moduleOf = new Map<ts.SourceFile, Module>();

  /** The modules whose exports are called from outside; none when there is no platform. */
  private readonly entryModules: ReadonlySet<ts.SourceFile>;

  constructor(loaded: Loaded, roots: ReadonlySet<ts.SourceFile>, diagnostics: Diagnostics) {
    this.entryModules = loaded.modules.some((module) => module.isDriver) ? roots : new Set();
    this.checker = loaded.checker;
    this.modules = loaded.modules;
    this.diagnostics = diagnostics;
    this.types = new TypeResolver(loaded.checker, diagnostics, this);
    for (const module of loaded.modules) {
      this.moduleOf.set(module.source, module);
    }
    for (const module of loaded.modules) {
      this.collect(module);
    }
  }

  private collect(module: Module): void {
    for (const statement of module.source.statements) {
      if (ts.isFunctionDeclaration(statement)) {
        this.addFunction(module, statement);
      } else if (ts.isClassDeclaration(statement)) {
        this.class(statement);
      } else if (ts.isInterfaceDeclaration(statement)) {
        this.record(statement);
      } else if (ts.isTypeAliasDeclaration(statement)) {
        this.union(statement);
      } else if (ts.isEnumDeclaration(statement)) {
        this.enum(statement);
      } else if (ts.isVariableStatement(statement)) {
        for (const declaration of statement.declarationList.declarations) {
          this.addConstant(module, statement, declaration);
        }
      }
    }
  }

  module(node: ts.Node): Module {
    return this.moduleOf.get(node.getSourceFile())!;
  }

  /** What an identifier stands for, through imports. */
  entity(name: ts.Node): ts.Declaration | BuiltIn | undefined {
    const symbol = this.checker.getSymbolAtLocation(name);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const declarations = target?.declarations ?? [];
    const declaration = target?.valueDeclaration ?? declarations[0];
    if (declaration === undefined) {
      return undefined;
    }
    const source = declaration.getSourceFile();
    if (isCore(source) || source.isDeclarationFile) {
      return ts.isIdentifier(name) ? { kind: "built-in", name: name.text } : undefined;
    }
    return declaration;
  }

  function(declaration: ts.Node | undefined): FunctionInfo | undefined {
    const info = declaration && this.byDeclaration.get(declaration);
    return info !== undefined && "effects" in info ? info : undefined;
  }

  constant(declaration: ts.Node | undefined): ConstantInfo | undefined {
    const info = declaration && this.byDeclaration.get(declaration);
    return info !== undefined && "value" in info ? info : undefined;
  }

  class(declaration: ts.ClassDeclaration): ClassInfo {
    const known = this.byDeclaration.get(declaration);
    if (known !== undefined) {
      return known as ClassInfo;
    }
    const module = this.module(declaration);
    const name = declaration.name?.text ?? "default";
    const info: ClassInfo = {
      module,
      name,
      cName: typeName(module.prefix, name),
      declaration,
      fields: [],
      methods: new Map(),
      constructorInfo: undefined,
    };
    this.byDeclaration.set(declaration, info);
    info.fields.push(...fieldsOfClass(this, info));
    for (const member of declaration.members) {
      if (ts.isMethodDeclaration(member) && ts.isIdentifier(member.name)) {
        info.methods.set(member.name.text, this.addMethod(info, member, member.name.text));
      } else if (ts.isConstructorDeclaration(member)) {
        info.constructorInfo = this.addMethod(info, member, "init");
      }
    }
    this.classes.push(info);
    return info;
  }

  record(declaration: RecordInfo["declaration"], inside = ""): RecordInfo {
    const known = this.byDeclaration.get(declaration);
    if (known !== undefined) {
      return known as RecordInfo;
    }
    const module = this.module(declaration);
    const name = ts.isTypeLiteralNode(declaration) ? inside : declaration.name.text;
    const cName = typeName(module.prefix, name);
    const info: RecordInfo = { module, name, cName, declaration, fields: [], tag: undefined };
    this.byDeclaration.set(declaration, info);
    info.fields.push(...fieldsOfRecord(this, info));
    this.records.push(info);
    return info;
  }

  union(declaration: ts.TypeAliasDeclaration): UnionInfo | undefined {
    const known = this.byDeclaration.get(declaration);
    if (known !== undefined) {
      return "members" in known ? known : undefined;
    }
    const members = textMembers(declaration.type) ?? this.literalTexts(declaration.type);
    if (members === undefined) {
      if (ts.isTypeLiteralNode(declaration.type)) {
        this.record(declaration);
      }
      return undefined;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const info: UnionInfo = { module, name, cName: typeName(module.prefix, name), declaration, members };
    this.byDeclaration.set(declaration, info);
    this.unions.push(info);
    return info;
  }

  enum(declaration: ts.EnumDeclaration): EnumInfo {
    const known = this.enums.find((each) => each.declaration === declaration);
    if (known !== undefined) {
      return known;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const members = new Map<string, number>();
    for (const member of declaration.members) {
      const value = this.checker.getConstantValue(member);
      if (typeof value === "number" && Number.isSafeInteger(value) && ts.isIdentifier(member.name)) {
        members.set(member.name.text, value);
      } else {
        this.diagnostics.add(
          refuse.syntax(member, "this member", 'An enum has integers; for texts write `type Color = "red" | "green"`.'),
        );
      }
    }
    const values = members.size === 0 ? [0] : [...members.values()];
    const cName = typeName(module.prefix, name);
    const [min, max] = [Math.min(...values), Math.max(...values)];
    const info: EnumInfo = { module, name, cName, declaration, members, min, max };
    this.enums.push(info);
    return info;
  }

  functionType(declaration: ts.TypeAliasDeclaration, node: ts.FunctionTypeNode): FunctionTypeInfo | undefined {
    const known = this.functionTypes.find((each) => each.declaration === declaration);
    if (known !== undefined) {
      return known;
    }
    if (node.typeParameters !== undefined) {
      return undefined;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const parameters = node.parameters.map((each) => this.declaredType(each.type, each, "the parameter"));
    const returns = this.declaredType(node.type, node, "what the function returns");
    const info = { name, cName: typeName(module.prefix, name), module, declaration, parameters, returns };
    this.functionTypes.push(info);
    return info;
  }

  nullable(of: Type): Type {
    if (of.kind === "record") {
      this.nullables.add(of.record);
    } else if (of.kind === "union") {
      this.nullables.add(of.union);
    } else if (of.kind === "tagged") {
      this.nullables.add(of.tagged);
    }
    return { kind: "nullable", of };
  }

  /** `type Shape = Circle | Square`. */
  tagged(declaration: ts.TypeAliasDeclaration, parts: readonly Tagged[]): TaggedInfo | undefined {
    const known = this.taggedUnions.find((each) => each.declaration === declaration);
    if (known !== undefined) {
      return known;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const records = parts.map((part, index) => this.record(part, `${name}${String(index + 1)}`));
    const tagField = records[0]?.tag?.field;
    const texts = records.map((record) => (record.tag?.field === tagField ? record.tag?.text : undefined));
    const members = texts.filter((text) => text !== undefined);
    if (tagField === undefined || new Set(members).size !== records.length) {
      return undefined;
    }
    const cName = typeName(module.prefix, name);
    const tags = { module, name: `${name}["${tagField}"]`, cName: `${cName}_${snake(tagField)}`, declaration, members };
    this.unions.push(tags);
    const variants = new Map(records.map((record, index) => [members[index], record]));
    const info: TaggedInfo = { module, name, cName, declaration, tagField, tags, variants };
    this.taggedUnions.push(info);
    return info;
  }

  /** The texts behind `(typeof Mode)[keyof typeof Mode]`. */
  private literalTexts(node: ts.TypeNode): string[] | undefined {
    if (!ts.isIndexedAccessTypeNode(node)) {
      return undefined;
    }
    const type = this.checker.getTypeFromTypeNode(node);
    const parts = type.isUnion() ? type.types : [type];
    return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : undefined;
  }

  /** An integer literal as a type: the length in `FixedArray<u8, 16>`. */
  constantSize(node: ts.TypeNode): number | undefined {
    const type = this.checker.getTypeFromTypeNode(node);
    return type.isNumberLiteral() && Number.isSafeInteger(type.value) ? type.value : undefined;
  }

  private addFunction(module: Module, declaration: ts.FunctionDeclaration): void {
    const name = declaration.name?.text ?? "default";
    const exported = isExported(declaration);
    const driver = module.isDriver ? `p1_${snake(module.path.split("/").pop()!)}_${snake(name)}` : undefined;
    const isEntry = exported && !module.isDriver && this.entryModules.has(module.source);
    const shared = driver ?? (exported ? qualified(module.prefix, name) : undefined);
    this.register({
      module,
      name,
      cName: (isEntry ? undefined : shared) ?? internal(name),
      entryName: isEntry ? shared : undefined,
      declaration,
      owner: undefined,
      ...this.signature(declaration),
      exported,
      effects: noEffects(),
    });
  }

  private addMethod(owner: ClassInfo, declaration: ts.MethodDeclaration | ts.ConstructorDeclaration, name: string) {
    return this.register({
      module: owner.module,
      name,
      cName: `${owner.cName}_${snake(name)}`,
      declaration,
      owner,
      ...this.signature(declaration),
      entryName: undefined,
      exported: isExported(owner.declaration) && !hasModifier(declaration, ts.SyntaxKind.PrivateKeyword),
      effects: noEffects(),
    });
  }

  private register(info: FunctionInfo): FunctionInfo {
    this.functions.push(info);
    this.byDeclaration.set(info.declaration, info);
    return info;
  }

  private signature(declaration: ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration) {
    const parameters = declaration.parameters.map((parameter) => ({
      name: parameter.name.getText(),
      type: this.declaredType(parameter.type, parameter, `the parameter \`${parameter.name.getText()}\``),
      declaration: parameter,
    }));
    const returns = ts.isConstructorDeclaration(declaration)
      ? VOID
      : this.declaredType(declaration.type, declaration.name ?? declaration, "what the function returns");
    return { parameters, returns };
  }

  /** The type that is written; after a diagnostic `ERROR`, so that the rest can be looked at. */
  declaredType(node: ts.TypeNode | undefined, at: ts.Node, what: string): Type {
    if (node === undefined) {
      this.diagnostics.add(refuse.typeMissing(at, what));
      return ERROR;
    }
    return this.types.resolve(node) ?? ERROR;
  }

  private addConstant(module: Module, statement: ts.VariableStatement, declaration: ts.VariableDeclaration): void {
    if (!ts.isIdentifier(declaration.name)) {
      return; // Refused by check: no destructuring.
    }
    const name = declaration.name.text;
    const exported = isExported(statement);
    const written = declaration.type && this.types.resolve(declaration.type);
    const { type, storage } = storageOf(this, written, declaration.initializer);
    const info: ConstantInfo = {
      module,
      name,
      cName: exported ? qualified(module.prefix, name) : internal(name),
      declaration,
      exported,
      type: type ?? ERROR,
      storage,
      value: undefined,
    };
    if (type === undefined && declaration.type === undefined) {
      this.diagnostics.add(refuse.typeMissing(declaration.name, `the constant \`${name}\``));
    }
    this.constants.push(info);
    this.byDeclaration.set(declaration, info);
  }
}

export function noEffects(): Effects {
  return {
    writes: new Set(),
    reads: new Set(),
    writesElements: false,
    readsElements: false,
    world: false,
    calls: new Map(),
  };
}

export function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.ExportKeyword);
}

export function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}

function textMembers(node: ts.TypeNode): string[] | undefined {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  const members: string[] = [];
  for (const part of parts) {
    if (!ts.isLiteralTypeNode(part) || !ts.isStringLiteral(part.literal)) {
      return undefined;
    }
    members.push(part.literal.text);
  }
  return members;
}
