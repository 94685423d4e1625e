import { parseArgs } from "node:util";
import { Failure, wrongUse } from "../desk/failure.ts";

/** What is to be released. */
export interface ReleaseOptions {
  /** ESP-IDF's build folders, one for each target. */
  readonly folders: readonly string[];
  /** The folder that is made. */
  readonly out: string;
  /** Where the files will be, with a slash at the end; empty for beside the manifest. */
  readonly url: string;
  /** For how many of a hundred devices it is to begin with; undefined for all. */
  readonly percent: number | undefined;
}

/** What `--help` prints. */
export const HELP = `Makes the files of a release from ESP-IDF's build folders, one for each target.

npm run release -- BUILD_DIR… [--out DIR] [--url URL] [--percent N]

  BUILD_DIR    a folder that idf.py built in: build, build-esp32c3
  --out DIR    where the files go (default: build/release); it has to be new or empty
  --url URL    where the images will be (default: beside the manifest)
  --percent N  only N of a hundred devices take it by themselves, until the manifest says more (default: all)
  --help       this
`;

/** Reads the command line; null asks for the help. Wrong use is a failure with exit status 2. */
export function readOptions(line: readonly string[]): ReleaseOptions | null {
  const { values, positionals } = parse(line);
  if (values.help === true) {
    return null;
  }
  if (positionals.length === 0) {
    throw new Failure("A build folder is wanted: npm run release -- build", 2);
  }
  const url = values.url ?? "";
  if (url !== "" && !/^https?:\/\/./.test(url)) {
    throw new Failure(`--url begins with https://, not ${url}.`, 2);
  }
  const percent = values.percent === undefined ? undefined : Number(values.percent);
  if (percent !== undefined && !(/^\d+$/.test(values.percent ?? "") && percent <= 100)) {
    throw new Failure(`--percent takes 0 to 100, not ${values.percent ?? ""}.`, 2);
  }
  return { folders: positionals, out: values.out ?? "build/release", url: url.replace(/([^/])$/, "$1/"), percent };
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      allowPositionals: true,
      options: {
        out: { type: "string" },
        url: { type: "string" },
        percent: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw wrongUse(error, "npm run release -- --help");
  }
}
