/** Part of `npm run check`: how large the page is, as the firmware embeds it; exit status 1 if that is too much. */

import { readFileSync } from "node:fs";
import { PAGE_FILE, PAGE_LIMIT } from "./build.ts";

const kibibytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
const size = readFileSync(PAGE_FILE).length;
console.log(`${kibibytes(size)} gzipped, of ${kibibytes(PAGE_LIMIT)} that it may have`);
process.exitCode = size <= PAGE_LIMIT ? 0 : 1;
