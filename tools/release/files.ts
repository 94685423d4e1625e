import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../desk/failure.ts";
import { TARGETS, type Build } from "./build.ts";

/** What a device takes at most: the memory of `Installation` in ts/update. */
export const MANIFEST_SIZE = 1312;

/** The files of a release by their names. */
export type Files = Map<string, Buffer>;

/** Makes the files of a release of these builds. */
export function filesOf(builds: readonly Build[], url: string, percent?: number): Files {
  const version = versionOf(builds);
  const files: Files = new Map();
  for (const build of builds) {
    files.set(imageName(build), build.app);
    files.set(factoryName(build), factoryOf(build));
  }
  files.set("manifest.json", manifestOf(builds, version, url, percent));
  files.set("web-install.json", webManifestOf(builds, version));
  files.set("index.html", readFileSync(join(import.meta.dirname, "install.html")));
  const tools = join(import.meta.dirname, "../../node_modules/esp-web-tools/dist/web");
  for (const name of readdirSync(tools).filter((one) => one.endsWith(".js"))) {
    files.set(`esp-web-tools/${name}`, readFileSync(join(tools, name)));
  }
  files.set("sbom.cdx.json", billOfMaterials());
  const sums = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  return files.set("SHA256SUMS", Buffer.from(sums.join("")));
}

/** What the page and the tools are made of, as npm says: CycloneDX. ESP-IDF's part is in none of these files. */
function billOfMaterials(): Buffer {
  const args = ["sbom", "--sbom-format", "cyclonedx"];
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: join(import.meta.dirname, "../..") });
  if (status !== 0) {
    throw new Failure(`npm can't make the bill of materials: ${stderr.toString().trim()}. npm ci mends node_modules/.`);
  }
  return stdout;
}

/** The one version of all builds, which are for different targets. */
function versionOf(builds: readonly Build[]): string {
  const [first, ...others] = builds;
  for (const [i, build] of others.entries()) {
    if (build.version !== first.version) {
      throw new Failure(
        `${build.folder} is version ${build.version}, and ${first.folder} is ${first.version}: build both of one commit.`,
      );
    }
    const twin = builds.slice(0, i + 1).find(({ target }) => target === build.target);
    if (twin !== undefined) {
      throw new Failure(`${twin.folder} and ${build.folder} are both for ${build.target}: leave one out.`);
    }
  }
  return first.version;
}

function imageName({ version, target }: Build): string {
  return `p1_meter-${version}-${target}.bin`;
}

function factoryName({ version, target }: Build): string {
  return `p1_meter-${version}-${target}-factory.bin`;
}

/** All that a new chip gets as one image from the flash's first byte on, as `esptool merge_bin` makes it. */
function factoryOf({ folder, parts }: Build): Buffer {
  const end = Math.max(...parts.map(({ offset, bytes }) => offset + bytes.length));
  const image = Buffer.alloc(end, 0xff);
  let free = 0;
  for (const { offset, bytes } of parts) {
    if (offset < free) {
      throw new Failure(
        `${folder}: two parts of the flash overlap at 0x${offset.toString(16)}. See flasher_args.json.`,
      );
    }
    bytes.copy(image, offset);
    free = offset + bytes.length;
  }
  return image;
}

/** What `ts/update/manifest.ts` reads. */
function manifestOf(builds: readonly Build[], version: string, url: string, percent?: number): Buffer {
  const images = builds.flatMap((build) => [
    [`${build.target}.url`, url + imageName(build)],
    [`${build.target}.size`, build.app.length],
    [`${build.target}.sha256`, sha256(build.app)],
  ]);
  const some = percent === undefined ? {} : { percent };
  const text = `${JSON.stringify({ project: "p1_meter", version, ...some, ...Object.fromEntries(images) }, null, 1)}\n`;
  if (text.length > MANIFEST_SIZE) {
    throw new Failure(
      `The manifest has ${text.length} bytes, and devices take ${MANIFEST_SIZE}: give a shorter --url.`,
    );
  }
  return Buffer.from(text);
}

/** What ESP Web Tools reads. */
function webManifestOf(builds: readonly Build[], version: string): Buffer {
  const manifest = {
    name: "P1 meter",
    version,
    new_install_prompt_erase: true,
    builds: builds.map((build) => ({
      chipFamily: TARGETS[build.target].family,
      parts: [{ path: factoryName(build), offset: 0 }],
    })),
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
