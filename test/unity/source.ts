/**
 * Where the Unity test framework (https://github.com/ThrowTheSwitch/Unity) comes from: the user's own copy, the one of
 * ESP-IDF, the one kept in `build/unity`, or a download, whichever answers first. What is downloaded is kept only when
 * it is, byte for byte, one of the releases that are known here.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

/** The files of the known releases that a suite is built from, each with its SHA-256. */
const RELEASES: readonly Readonly<Record<string, string>>[] = [
  // Unity 2.6.1
  {
    "src/unity.c": "b90e735a54cf3b3765ab6caa955d11a1488ee73d9c6152cdc98576c2d17cb871",
    "src/unity.h": "9db174d3c2c6424fd35c0980c5941d124c5ebb0f48e8172f997a2aa9554b64ea",
    "src/unity_internals.h": "fcd8b3f6b412ac0ab599547eb8a30b6d7f3f0af77aab31f7a1822a2a8fc9a2b2",
  },
  // Unity as cJSON 1.7.14 to 1.7.18 has it
  {
    "src/unity.c": "a89aaeeaebb8a9f8b9379493592c1a8a135ece211d48128752d2c4c49724690a",
    "src/unity.h": "2d356dcffe0f8d887ece0ad8d5cd0d388aeef5482800a7b8fea6d415be8bcf1f",
    "src/unity_internals.h": "874c2af0bcebead08d0f609f77e2306a735ba55205b7776d937120cb616d4304",
    "examples/unity_config.h": "c3d7d8f48c9dfb38a4cbaabc2d30a0a5335d2bdd8b454fd70326876e90133299",
  },
  // … and cJSON 1.7.19
  {
    "src/unity.c": "b9dc88ba266f4140ade6cb8b6b74869d9d0927fdc1bf791ef51ae306d4c8f965",
    "src/unity.h": "2d356dcffe0f8d887ece0ad8d5cd0d388aeef5482800a7b8fea6d415be8bcf1f",
    "src/unity_internals.h": "874c2af0bcebead08d0f609f77e2306a735ba55205b7776d937120cb616d4304",
    "examples/unity_config.h": "c3d7d8f48c9dfb38a4cbaabc2d30a0a5335d2bdd8b454fd70326876e90133299",
  },
];

const RELEASE_URL = "https://github.com/ThrowTheSwitch/Unity/archive/refs/tags/v2.6.1.tar.gz";
/** Debian's source package cjson contains Unity; these versions are in Debian 13, 12, 11 and unstable. */
const CJSON_VERSIONS = ["1.7.18", "1.7.15", "1.7.14", "1.7.19"];
const DEBIAN = "https://deb.debian.org/debian";

/** The words of CMake for a server that answers, but not with the file. */
const NOT_THERE = "HTTP response code said error";

const HELP =
  "Get https://github.com/ThrowTheSwitch/Unity by any way and name its folder: UNITY_DIR=/path/to/Unity npm test";

/** Unity's sources on this machine. */
export interface Unity {
  /** The folder of `unity.c` and its headers. */
  readonly dir: string;
  /** For a person: where it was found. */
  readonly origin: string;
}

/**
 * Finds Unity, or downloads it.
 *
 * @param root the repository's top folder, whose `build/unity` keeps the download
 * @throws an error that says in one line what to do, when none of the ways works
 */
export function findUnity(root: string): Unity {
  const own = process.env.UNITY_DIR;
  if (own !== undefined && own !== "") {
    const dir = sourceFolder(resolve(root, own));
    if (dir === undefined) {
      throw new Error(`UNITY_DIR is ${own}, where no unity.c is, neither there nor in src/. ${HELP}`);
    }
    return { dir, origin: "UNITY_DIR" };
  }
  const idf = process.env.IDF_PATH;
  const idfCopy = idf === undefined ? undefined : sourceFolder(join(idf, "components", "unity", "unity"));
  if (idfCopy !== undefined) {
    return { dir: idfCopy, origin: "ESP-IDF" };
  }
  const kept = resolve(root, "build", "unity");
  if (releaseFiles(kept) !== undefined) {
    return { dir: join(kept, "src"), origin: "build/unity" };
  }
  const answers = new Map<string, string>();
  for (const url of downloads()) {
    const { host } = new URL(url);
    // A server that has another version is asked again, one that doesn't answer is not.
    if ((answers.get(host) ?? NOT_THERE) === NOT_THERE) {
      const answer = download(url, kept);
      if (answer === undefined) {
        return { dir: join(kept, "src"), origin: url };
      }
      answers.set(host, answer);
    }
  }
  const reasons = [...answers].map(([host, answer]) => `${host}: ${answer}`).join("; ");
  throw new Error(`Unity can't be downloaded (${reasons}). ${HELP}`);
}

function* downloads(): Generator<string> {
  yield RELEASE_URL;
  for (const mirror of new Set([...aptMirrors(), DEBIAN])) {
    for (const version of CJSON_VERSIONS) {
      yield `${mirror}/pool/main/c/cjson/cjson_${version}.orig.tar.gz`;
    }
  }
}

/** The Debian mirrors that apt is configured for, which may answer where nothing else does. */
function aptMirrors(): string[] {
  const folder = "/etc/apt/sources.list.d";
  const lists = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return ["/etc/apt/sources.list", ...lists]
    .filter((file) => /\.(list|sources)$/.test(file) && existsSync(file))
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((line) => !line.startsWith("#"))
    .flatMap((line) => line.match(/https?:\/\/\S+?\/debian(?=\/?(\s|$))/g) ?? []);
}

/** Downloads an archive and keeps its Unity. Gives the reason where that doesn't work, in a few words. */
function download(url: string, kept: string): string | undefined {
  mkdirSync(join(kept, ".."), { recursive: true });
  const temporary = mkdtempSync(`${kept}-`);
  try {
    const script = join(import.meta.dirname, "download.cmake");
    const result = spawnSync("cmake", [`-DURL=${url}`, `-DTO=${temporary}`, "-P", script], { encoding: "utf8" });
    if (result.status !== 0) {
      return /download\.cmake:\d+ \(message\):\s+"?(.*?)"?\n/.exec(result.stderr)?.[1] ?? "no answer";
    }
    const unity = readdirSync(temporary, { recursive: true, encoding: "utf8" }).find((path) =>
      path.endsWith("src/unity.c"),
    );
    const top = unity === undefined ? undefined : join(temporary, unity, "..", "..");
    const files = top === undefined ? undefined : releaseFiles(top);
    if (top === undefined || files === undefined) {
      return "what it gave is no known release of Unity";
    }
    const complete = join(temporary, "complete");
    for (const file of files) {
      cpSync(join(top, file), join(complete, file));
    }
    // Another run may have been quicker: then its copy stays.
    if (releaseFiles(kept) === undefined) {
      rmSync(kept, { recursive: true, force: true });
      renameSync(complete, kept);
    }
    return undefined;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The folder with `unity.c`: the given one or its `src/`. */
function sourceFolder(dir: string): string | undefined {
  return [dir, join(dir, "src")].find((candidate) => existsSync(join(candidate, "unity.c")));
}

/** The files of the known release that a folder holds. */
function releaseFiles(dir: string): string[] | undefined {
  const release = RELEASES.find((files) =>
    Object.entries(files).every(([file, sha256]) => sha256 === hash(join(dir, file))),
  );
  return release && Object.keys(release);
}

function hash(file: string): string | undefined {
  return existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : undefined;
}
