import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "ts2c";
import { isOrdered } from "../../ts/update/version.ts";
import { Failure, messageOf } from "../desk/failure.ts";
import { chipOf, isWhole, projectOf, versionOf } from "../desk/update/image.ts";

/** The targets, with the chip's number in an image and its name for ESP Web Tools. */
export const TARGETS: Readonly<Record<string, { readonly chip: number; readonly family: string }>> = {
  esp32: { chip: 0, family: "ESP32" },
  esp32c3: { chip: 5, family: "ESP32-C3" },
  esp32s3: { chip: 9, family: "ESP32-S3" },
  esp32c6: { chip: 13, family: "ESP32-C6" },
};

/** The bytes of a slot, by partitions.csv. */
const SLOT_SIZE = 0x1e0000;
const PROJECT = "p1_meter";

/** What one build gives: the firmware, and all that a new chip gets, each with its place in flash. */
export interface Build {
  readonly folder: string;
  readonly target: string;
  readonly version: string;
  readonly app: Buffer;
  readonly parts: readonly { readonly offset: number; readonly bytes: Buffer }[];
}

interface Description {
  readonly project_name?: string;
  readonly project_version?: string;
  readonly target?: string;
  readonly app_bin?: string;
}

/** Reads a build folder, and refuses one that can't be released. */
export function readBuild(folder: string): Build {
  const description = readJson(folder, "project_description.json") as Description;
  const { project_name: project, project_version: version = "", target = "", app_bin: appFile = "" } = description;
  if (project !== PROJECT) {
    throw new Failure(`${folder} is a build of ${String(project)}, not of ${PROJECT}.`);
  }
  if (!(target in TARGETS)) {
    throw new Failure(`${folder} is a build for ${target}, which is none of ${Object.keys(TARGETS).join(", ")}.`);
  }
  if (!isOrdered(utf8(version)) || version.endsWith("-dirty")) {
    throw new Failure(
      `${folder} has the version ${version}, by which no device can tell what is newer. ` +
        "Commit what is changed, tag the commit (git tag v1.2.3), and build again.",
    );
  }
  const { flash_files: files = {} } = readJson(folder, "flasher_args.json") as { flash_files?: Record<string, string> };
  const parts = Object.entries(files)
    .map(([offset, file]) => ({ offset: Number(offset), file, bytes: readPart(folder, file) }))
    .sort((a, b) => a.offset - b.offset);
  const app = parts.find(({ file }) => file === appFile);
  if (app === undefined) {
    throw new Failure(`${folder}: flasher_args.json doesn't name ${appFile || "the firmware"}. Build it again.`);
  }
  checkApp(`${folder}/${appFile}`, app.bytes, target, version);
  return { folder, target, version, app: app.bytes, parts };
}

function readJson(folder: string, name: string): unknown {
  const file = join(folder, name);
  if (!existsSync(file)) {
    throw new Failure(`${folder} is no build folder of ESP-IDF: it has no ${name}. Name the one that idf.py built in.`);
  }
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    throw new Failure(`${file} can't be read (${messageOf(error)}). Build it again.`);
  }
}

function readPart(folder: string, name: string): Buffer {
  const file = join(folder, name);
  if (!existsSync(file)) {
    throw new Failure(`${file} is missing: build it again (idf.py -B ${folder} build).`);
  }
  return readFileSync(file);
}

/** The image says itself what it is: it has to be what the build says. */
function checkApp(file: string, image: Buffer, target: string, version: string): void {
  if (!isWhole(image)) {
    throw new Failure(`${file} is no whole firmware image. Build it again.`);
  }
  if (chipOf(image) !== TARGETS[target].chip || projectOf(image) !== PROJECT || versionOf(image) !== version) {
    throw new Failure(
      `${file} is ${projectOf(image)} ${versionOf(image)} for chip ${chipOf(image)}, ` +
        `and its folder says ${PROJECT} ${version} for ${target}. Build it again.`,
    );
  }
  if (image.length > SLOT_SIZE) {
    throw new Failure(`${file} has ${image.length} bytes, and a slot has ${SLOT_SIZE} (partitions.csv).`);
  }
}
