import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of real telegrams, if there is one. */
export const folder = process.env.P1_TELEGRAMS;

/** The sentence for a machine without real telegrams. */
export const skip = folder === undefined ? "P1_TELEGRAMS names no folder of real telegrams" : false;

/** A good telegram and what stands in it, as its meter wrote it. */
export interface GoodTelegram {
  readonly file: string;
  readonly bytes: Buffer;
  readonly identification: string;
  readonly objects: readonly MeterObject[];
}

/** A code and the texts between its brackets. */
export interface MeterObject {
  readonly code: string;
  readonly values: readonly string[];
  /** The line that it begins on, 1 for the identification. */
  readonly line: number;
}

/** Bytes that no meter sends, and how many telegrams may come out of them. */
export interface MalformedBytes {
  readonly file: string;
  readonly accepted: readonly number[];
  readonly why: string;
}

interface ManifestRow {
  readonly file: string;
  readonly kind: string;
  readonly why?: string;
  readonly expect?: { readonly accepted: number; readonly also_ok?: number | null };
  readonly expected_file?: string;
  readonly key?: string;
  readonly aad?: string;
  readonly plain?: string;
}

interface ExpectedFile {
  readonly identification: string;
  readonly objects: readonly (readonly [code: string, values: readonly string[]])[];
}

function manifest(root: string): ManifestRow[] {
  return JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as ManifestRow[];
}

/** Every good telegram of the folder. */
export function goodTelegrams(root: string): GoodTelegram[] {
  return manifest(root)
    .filter((row) => row.kind === "telegram")
    .map((row) => {
      const file = join(root, row.file);
      const bytes = readFileSync(file);
      const expected = JSON.parse(readFileSync(join(root, row.expected_file ?? ""), "utf8")) as ExpectedFile;
      const lines = bytes.toString("latin1").split("\n");
      let line = 0;
      const objects = expected.objects.map(([code, values]) => {
        line = lines.findIndex((text, index) => index >= line && text.startsWith(`${code}(`)) + 1;
        return { code, values, line };
      });
      return { file, bytes, identification: expected.identification, objects };
    });
}

/** Every spoiled file of the folder. */
export function malformedFiles(root: string): MalformedBytes[] {
  return manifest(root)
    .filter((row) => row.kind === "malformed")
    .map((row) => {
      const also = row.expect?.also_ok ?? null;
      const accepted = row.expect?.accepted ?? 0;
      return {
        file: join(root, row.file),
        accepted: also === null ? [accepted] : [accepted, also],
        why: row.why ?? "",
      };
    });
}

/** An encrypted frame, what opens it, and what its text is. */
export interface EncryptedFile {
  readonly file: string;
  readonly key: string;
  /** The additional data; none for a frame without a tag. */
  readonly aad: string | undefined;
  readonly plain: Buffer | undefined;
}

/** Every encrypted file of the folder. */
export function encryptedFiles(root: string): EncryptedFile[] {
  return manifest(root)
    .filter((row) => row.kind === "encrypted")
    .map(({ file, key, aad, plain }) => ({
      file: join(root, file),
      key: key ?? "",
      aad,
      plain: plain === undefined ? undefined : readFileSync(join(root, plain)),
    }));
}
