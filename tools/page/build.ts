import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "fflate";
import { buildSync } from "esbuild";

const ROOT = resolve(import.meta.dirname, "..", "..");
const SOURCES = join(ROOT, "components/p1_http/page");

/** Where the page lies that the firmware embeds. */
export const PAGE_FILE = join(ROOT, "generated/page/page.html.gz");

/** The most bytes of flash that the page may take. */
export const PAGE_LIMIT = 60 * 1024;

/** The whole page: HTML with its style and its program inside, so that a browser asks for nothing else. */
export function buildPage(): string {
  return readFileSync(join(SOURCES, "page.html"), "utf8")
    .replace("/* style.css */", () => bundle("style.css"))
    .replace("/* main.tsx */", () => bundle("main.tsx"));
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(SOURCES, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    legalComments: "none",
    absWorkingDir: ROOT,
    logLevel: "silent", // What is wrong is thrown.
  });
  return outputFiles[0].text.trim();
}

/** Compresses, to the same bytes at any time. Another version of the compressor may give others. */
export function compressPage(page: string): Uint8Array {
  return gzipSync(new TextEncoder().encode(page), { level: 9, mtime: 0 });
}

/** The page in a file that {@link compressPage} made; undefined where there is none. */
export function readPage(file: string): string | undefined {
  try {
    return new TextDecoder().decode(gunzipSync(readFileSync(file)));
  } catch {
    return undefined;
  }
}
