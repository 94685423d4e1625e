/** The program's named things, found by their declarations. */
import ts from "typescript";
import { type Diagnostics, refuse } from "../diagnostics.ts";
import type { Loaded } from "../load/load.ts";
import { findBuildTimeOnly } from "./build-time.ts";
import { type BuiltIn, entityOf } from "./entity.ts";
import type { ClassInfo, ConstantInfo, Effects, FunctionInfo, Module, RecordInfo, UnionInfo } from "./entities.ts";
import { type Generic, type Instance, Instances } from "./instances.ts";
import { NamedTypes } from "./named-types.ts";
import { fieldsOfClass, fieldsOfRecord } from "./fields.ts";
import { typesOfUse } from "./inferred-types.ts";
import { InternalNames, qualified, snake, typeName } from "./names.ts";
import { type Declared, TypeResolver, type TypesGiven } from "./resolve.ts";
import { storageOf } from "./storage.ts";
import { ERROR, VOID, type Type } from "./types.ts";

export class Program extends NamedTypes implements Declared {
  readonly modules: readonly Module[];
  readonly types: TypeResolver;
  readonly functions: FunctionInfo[] = [];
  readonly instances = new Instances();
  readonly classes: ClassInfo[] = [];
  readonly records: RecordInfo[] = [];
  /** Functions that are used as values, so that a call through a value may reach them. */
  readonly taken = new Set<FunctionInfo>();
  readonly constants: ConstantInfo[] = [];
  /** Declarations that are run while transpiling and no more. */
  readonly buildTimeOnly = new Set<ts.Node>();
  private readonly byDeclaration = new Map<ts.Node, FunctionInfo | ClassInfo | RecordInfo | UnionInfo | ConstantInfo>();
  private readonly moduleOf = new Map<ts.SourceFile, Module>();
  /** What each name was found to stand for: all stages ask, and the checker takes its time. */
  private readonly entities = new Map<ts.Node, ts.Declaration | BuiltIn | undefined>();
  /** The variables that each function stores to, once somebody asked. */
  readonly assigned = new Map<ts.Node, ReadonlySet<unknown>>();

  private readonly internalNames: InternalNames;
  /** The modules whose exports are called from outside; none when there is no platform. */
  private readonly entryModules: ReadonlySet<ts.SourceFile>;

  constructor(loaded: Loaded, roots: ReadonlySet<ts.SourceFile>, diagnostics: Diagnostics) {
    super(loaded.checker, diagnostics);
    this.entryModules = loaded.modules.some((module) => module.isDriver) ? roots : new Set();
    this.modules = loaded.modules;
    this.internalNames = new InternalNames(loaded.modules.map(({ source }) => source));
    this.types = new TypeResolver(loaded.checker, diagnostics, this);
    for (const module of loaded.modules) {
      this.moduleOf.set(module.source, module);
    }
    for (const module of loaded.modules) {
      this.collect(module);
    }
  }

  private collect(module: Module): void {
    for (const declaration of findBuildTimeOnly(module.source, this.checker)) {
      this.buildTimeOnly.add(declaration);
    }
    for (const statement of module.source.statements) {
      if (isGeneric(statement) || this.buildTimeOnly.has(statement)) {
        continue; // Of a generic its copies are added where it is used.
      }
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
          if (!this.buildTimeOnly.has(declaration)) {
            this.addConstant(module, statement, declaration);
          }
        }
      }
    }
  }

  module(node: ts.Node): Module {
    return this.moduleOf.get(node.getSourceFile())!;
  }

  /** What an identifier stands for, through imports. */
  entity(name: ts.Node): ts.Declaration | BuiltIn | undefined {
    const original = this.instances.original(name);
    if (!this.entities.has(original)) {
      this.entities.set(original, entityOf(this.checker, original));
    }
    const found = this.entities.get(original);
    const copied = found && "pos" in found ? this.instances.around(name)?.inside.get(found) : undefined;
    return (copied as ts.Declaration | undefined) ?? found;
  }

  original<T extends ts.Node>(node: T): T {
    return this.instances.original(node);
  }

  /** Whether a declaration is generic, and no copy of one. */
  isTemplate(node: ts.Node): node is Generic {
    return isGeneric(node) && this.instances.around(node) === undefined;
  }

  typeParameter(node: ts.Node, declaration: ts.Declaration): Type | undefined {
    return this.instances.around(node)?.types.get(declaration);
  }

  /** The copy of a generic declaration for the types that a use of it gives. */
  private instance<T extends Generic>(original: T, given: TypesGiven, use: ts.Node): Instance<T> | undefined {
    const types = given.filter((each) => each !== undefined);
    if (types.length !== original.typeParameters?.length) {
      return undefined;
    }
    const [first] = this.instances.all(original);
    if (this.instances.isEndless(original, types)) {
      this.diagnostics.add(refuse.endlessTypes(use));
      return first as Instance<T>; // After the diagnostic any will do.
    }
    return this.instances.of(original, types);
  }

  /** The class for the types that `use` gives; none of them for a class that is not generic. */
  classOf(declaration: ts.ClassDeclaration, given: TypesGiven, use: ts.Node): ClassInfo | undefined {
    if (!this.isTemplate(declaration)) {
      return this.class(declaration);
    }
    const made = this.instance(declaration, given, use);
    return made && this.class(made.copy, made.suffix);
  }

  recordOf(declaration: ts.InterfaceDeclaration, given: TypesGiven, use: ts.Node): RecordInfo | undefined {
    if (!this.isTemplate(declaration)) {
      return this.record(declaration);
    }
    const made = this.instance(declaration, given, use);
    return made && this.record(made.copy, made.suffix);
  }

  /** The function that a call of something generic runs. */
  functionInstance(original: ts.FunctionDeclaration, call: ts.CallExpression): FunctionInfo | undefined {
    const made = this.instance(original, typesOfUse(this, call), call);
    if (made === undefined) {
      return undefined;
    }
    return this.function(made.copy) ?? this.addFunction(this.module(original), made.copy, made.suffix);
  }

  function(declaration: ts.Node | undefined): FunctionInfo | undefined {
    const info = declaration && this.byDeclaration.get(declaration);
    return info !== undefined && "effects" in info ? info : undefined;
  }

  constant(declaration: ts.Node | undefined): ConstantInfo | undefined {
    const info = declaration && this.byDeclaration.get(declaration);
    return info !== undefined && "value" in info ? info : undefined;
  }

  class(declaration: ts.ClassDeclaration, suffix = ""): ClassInfo {
    const known = this.byDeclaration.get(declaration);
    if (known !== undefined) {
      return known as ClassInfo;
    }
    const module = this.module(declaration);
    const name = `${declaration.name?.text ?? "default"}${suffix}`;
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

  /** `given` names what has no name of its own, or is added to that of a generic record. */
  record(declaration: RecordInfo["declaration"], given = ""): RecordInfo {
    const known = this.byDeclaration.get(declaration);
    if (known !== undefined) {
      return known as RecordInfo;
    }
    const module = this.module(declaration);
    const name = `${ts.isTypeLiteralNode(declaration) ? "" : declaration.name.text}${given}`;
    const cName = typeName(module.prefix, name);
    const info: RecordInfo = { module, name, cName, declaration, fields: [], tag: undefined };
    this.byDeclaration.set(declaration, info);
    info.fields.push(...fieldsOfRecord(this, info));
    this.records.push(info);
    return info;
  }

  /** An integer literal as a type: the length in `FixedArray<u8, 16>`. */
  constantSize(node: ts.TypeNode): number | undefined {
    const known = ts.isTypeReferenceNode(node) ? this.types.resolve(node) : undefined;
    if (known?.kind === "int" && known.min === known.max) {
      return known.min;
    }
    const type = this.checker.getTypeFromTypeNode(this.instances.original(node));
    return type.isNumberLiteral() && Number.isSafeInteger(type.value) ? type.value : undefined;
  }

  private addFunction(module: Module, declaration: ts.FunctionDeclaration, suffix = ""): FunctionInfo {
    const name = `${declaration.name?.text ?? "default"}${suffix}`;
    const exported = isExported(declaration);
    const driver = module.isDriver ? `p1_${snake(module.path.split("/").pop()!)}_${snake(name)}` : undefined;
    const isEntry = exported && !module.isDriver && this.entryModules.has(module.source);
    const shared = driver ?? (exported ? qualified(module.prefix, name) : undefined);
    return this.register({
      module,
      name,
      cName: (isEntry ? undefined : shared) ?? this.internalNames.of(module.path, name),
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
      // Also of a class that is not exported: another module may reach its instances through those of one that is.
      exported: !hasModifier(declaration, ts.SyntaxKind.PrivateKeyword),
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
    const returnsNothing =
      ts.isConstructorDeclaration(declaration) ||
      (declaration.type === undefined && declaration.body !== undefined && !returnsValue(declaration.body));
    const returns = returnsNothing
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
      cName: exported ? qualified(module.prefix, name) : this.internalNames.of(module.path, name),
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

/** Whether a declaration has type parameters of its own, so that only its copies are code. */
export function isGeneric(node: ts.Node): node is Generic {
  return (
    (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) &&
    node.typeParameters !== undefined
  );
}

/** Whether a function without a written type returns something. */
function returnsValue(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) {
    return false;
  }
  return (
    (ts.isReturnStatement(node) && node.expression !== undefined) ||
    (ts.forEachChild(node, (child) => returnsValue(child) || undefined) ?? false)
  );
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
