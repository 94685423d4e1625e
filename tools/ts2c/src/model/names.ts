/** The names that C gets: `snake_case`, with the module in front where others can see them. */
import ts from "typescript";
import { isReserved } from "./c-names.ts";

/** `TelegramReader` → `telegram_reader`, `parseOBISCode` → `parse_obis_code`; constants in capitals stay as they are. */
export function snake(written: string): string {
  // `Ring<u8>` of a generic declaration is `Ring_u8`.
  const name = written.replace(/[^A-Za-z0-9_]+/g, "_").replace(/_$/, "");
  if (/^[A-Z0-9_]+$/.test(name)) {
    return name;
  }
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** `p1` and `crc16` → `p1_crc16`; a name that is its module's own is not doubled. */
export function qualified(prefix: string, name: string): string {
  const front = snake(prefix.replace(/[^A-Za-z0-9]/g, "_"));
  const own = snake(name);
  if (/^[A-Z0-9_]+$/.test(name)) {
    return `${front.toUpperCase()}_${own}`;
  }
  return own === front ? own : `${front}_${own}`;
}

/** The function that runs a module's top-level code. */
export function initName({ path, prefix }: { readonly path: string; readonly prefix: string }): string {
  const file = path.split("/").pop()!;
  return `${qualified(prefix, file.replace(/[^A-Za-z0-9]/g, "_"))}_module_init`;
}

/** The function that starts the program whose root is the module at `path`. */
export function startName(path: string): string {
  return `p1_init_${snake(path.replace(/[^A-Za-z0-9]/g, "_"))}`;
}

/** The name of a type, which its methods begin with: always with the module in front. */
export function typeName(prefix: string, name: string): string {
  const front = snake(prefix.replace(/[^A-Za-z0-9]/g, "_"));
  return `${front}_${snake(name).toLowerCase()}`;
}

/** A name that only its own C file sees. */
function internal(name: string): string {
  const own = snake(name);
  return isReserved(own) ? `${own}_` : own;
}

/**
 * The names of what only its own C file sees. Those that several files have say whose they are, `start_in_meter_guard`, so that a compiler
 * may be given all files as one.
 */
export class InternalNames {
  /** Of each name, in how many modules it stands. */
  private readonly modules = new Map<string, number>();

  constructor(sources: readonly ts.SourceFile[]) {
    for (const source of sources) {
      for (const name of new Set(source.statements.flatMap(declaredNames).map(internal))) {
        this.modules.set(name, (this.modules.get(name) ?? 0) + 1);
      }
    }
  }

  of(path: string, name: string): string {
    const own = internal(name);
    if ((this.modules.get(own) ?? 0) < 2) {
      return own;
    }
    const said = `${own}_in_${path.replace(/[^A-Za-z0-9]/g, "_")}`;
    return /^[A-Z0-9_]+$/.test(own) ? said.toUpperCase() : snake(said);
  }
}

/** The functions and constants that a statement declares. */
function declaredNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) {
    return [statement.name?.text ?? "default"];
  }
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText())
    : [];
}
