/**
 * How TypeScript reads files here: the ones that come with it are parsed once a process, and of the others it is noted
 * what was found.
 */
import { dirname } from "node:path";
import ts from "typescript";

/** The text of each file that was read; `undefined` for what was looked for and is not there. */
export type Read = ReadonlyMap<string, string | undefined>;

const ownFiles = new Map<string, ts.SourceFile | undefined>();

export function hostFor(options: ts.CompilerOptions): { readonly host: ts.CompilerHost; readonly read: Read } {
  const host = ts.createCompilerHost(options);
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone; // Comments are copied as they are.
  const read = new Map<string, string | undefined>();
  const parse = host.getSourceFile.bind(host);
  const readFile = host.readFile.bind(host);
  const note = (name: string, text: string | undefined): string | undefined => {
    if (!isOwn(name)) {
      read.set(name, text);
    }
    return text;
  };
  const looked = (exists: (name: string) => boolean) => (name: string) => {
    const found = exists(name);
    if (!found) {
      note(name, undefined);
    }
    return found;
  };
  host.readFile = (name) => note(name, readFile(name));
  host.fileExists = looked(host.fileExists.bind(host));
  host.directoryExists = looked((name) => ts.sys.directoryExists(name));
  host.getSourceFile = (name, ...rest) => {
    if (!isOwn(name)) {
      return parse(name, ...rest);
    }
    if (!ownFiles.has(name)) {
      ownFiles.set(name, parse(name, ...rest));
    }
    return ownFiles.get(name);
  };
  return { host, read };
}

/** One of the files that describe JavaScript itself. They are of the compiler's version, and the same for all programs. */
function isOwn(name: string): boolean {
  return dirname(name) === dirname(ts.getDefaultLibFilePath({}));
}
