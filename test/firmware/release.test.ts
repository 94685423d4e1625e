/** The files of a release, held against esptool's. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { utf8 } from "ts2c";
import { needs } from "../../tools/test/needs.ts";
import { pythonWith } from "../../tools/test/python.ts";
import { Members } from "../../ts/portal/members.ts";
import { Manifest } from "../../ts/update/manifest.ts";
import { firmwareImage } from "../app/support/image.ts";
import { DeskProcess } from "../desk/support/desk-process.ts";
import { CHIPS, COMPILER, Workshop, type Target } from "./support/workshop.ts";

/** Uploads an image to a device; the status and what it says. */
async function upload(at: string, image: Buffer): Promise<readonly [status: number, text: string]> {
  const response = await fetch(`${at}/api/firmware`, { method: "POST", body: Uint8Array.from(image) });
  return [response.status, await response.text()];
}

/** Runs one of Espressif's tools, which has to succeed; null, and the test is skipped, where there are none. */
function espressifs(t: TestContext): ((tool: string, ...args: readonly string[]) => string) | null {
  const python = pythonWith("esptool==5.1.0");
  if ("skip" in python) {
    t.skip(python.skip);
    return null;
  }
  return (tool, ...args) => {
    const { status, stdout, stderr } = spawnSync(python.program, ["-m", tool, ...args], { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  };
}

test("a release has images, their checksums, and the manifest that the device reads", () => {
  using shop = new Workshop();
  const targets = Object.keys(CHIPS) as Target[];
  const url = "https://example.net/releases/download/";
  assert.equal(shop.release(...targets.map((target) => shop.build(target, target)), "--url", url), "");
  for (const target of targets) {
    const image = shop.read(`p1_meter-1.2.3-${target}.bin`);
    const manifest = new Manifest(new Members());
    assert.equal(manifest.read(shop.read("manifest.json"), CHIPS[target], utf8("https://example.net/m.json")), "none");
    assert.equal(Buffer.from(manifest.version()).toString(), "1.2.3");
    assert.equal(Buffer.from(manifest.url()).toString(), `${url}p1_meter-1.2.3-${target}.bin`);
    assert.equal(manifest.size, image.length);
    assert.deepEqual(Buffer.from(manifest.hash()), createHash("sha256").update(image).digest());
  }
  const { bomFormat, components } = JSON.parse(shop.read("sbom.cdx.json").toString()) as {
    bomFormat: string;
    components: { name: string }[];
  };
  assert.equal(bomFormat, "CycloneDX");
  assert.ok(components.some(({ name }) => name === "preact"));
  for (const line of shop.read("SHA256SUMS").toString().trimEnd().split("\n")) {
    const [sum, name] = line.split("  ");
    assert.equal(createHash("sha256").update(shop.read(name)).digest("hex"), sum, name);
  }
});

test("a release for some of all devices says so to those that read its manifest", () => {
  const takers = (...options: readonly string[]): number[] => {
    using shop = new Workshop();
    assert.equal(shop.release(shop.build("build", "esp32c3"), ...options), "");
    const manifest = new Manifest(new Members());
    assert.equal(manifest.read(shop.read("manifest.json"), CHIPS.esp32c3, utf8("https://example.net/m.json")), "none");
    return [0, 7, 8, 99, 107, 108, 0xffffff].filter((chip) => manifest.isFor(chip));
  };
  assert.deepEqual(takers("--percent", "8"), [0, 7, 107]);
  assert.deepEqual(takers("--percent", "0"), []);
  assert.equal(takers("--percent", "100").length, 7);
  assert.equal(takers().length, 7);
});

test("the page installs what is beside it, and asks nobody else", () => {
  using shop = new Workshop();
  shop.release(shop.build("build", "esp32c3"));
  const page = shop.read("index.html").toString();
  assert.doesNotMatch(page, /(?:src|href|manifest)="(?:https?:)?\/\//);
  assert.ok(readdirSync(join(shop.folder, "out", "esp-web-tools")).includes("install-button.js"));
  const { version, builds } = JSON.parse(shop.read("web-install.json").toString()) as {
    version: string;
    builds: { chipFamily: string; parts: { path: string; offset: number }[] }[];
  };
  assert.equal(version, "1.2.3");
  assert.deepEqual(builds, [
    { chipFamily: "ESP32-C3", parts: [{ path: "p1_meter-1.2.3-esp32c3-factory.bin", offset: 0 }] },
  ]);
});

test("what can't be released is refused with a sentence that says what to do", () => {
  using shop = new Workshop();
  const good = shop.build("good", "esp32c3");
  shop.write("empty/readme", "");
  shop.write("torn/project_description.json", "{");
  shop.build("other-app", "esp32c6");
  shop.write("other-app/p1_meter.bin", firmwareImage({ version: "1.2.3", chip: 5 }));
  shop.build("damaged", "esp32c6");
  shop.write("damaged/p1_meter.bin", firmwareImage({ version: "1.2.3", chip: 13 }).subarray(0, 4000));
  shop.build("overlap", "esp32c6");
  shop.write("overlap/partition_table/partition-table.bin", Buffer.alloc(100_000));
  const gap = shop.build("gap", "esp32c6");
  rmSync(join(gap, "ota_data_initial.bin"));
  const cases: readonly (readonly [folders: readonly string[], error: RegExp])[] = [
    [[], /A build folder is wanted/],
    [[join(shop.folder, "nowhere")], /no build folder of ESP-IDF/],
    [[join(shop.folder, "empty")], /no build folder of ESP-IDF/],
    [[join(shop.folder, "torn")], /can't be read .* Build it again/],
    [[shop.build("toaster", "esp32c6", "1.2.3", { project_name: "toaster" })], /a build of toaster/],
    [[shop.build("p4", "esp32c6", "1.2.3", { target: "esp32p4" })], /for esp32p4, which is none of/],
    [[shop.build("bare", "esp32c6", "72b3f00")], /tag the commit/],
    [[shop.build("dirty", "esp32c6", "1.2.3-dirty")], /Commit what is changed/],
    [[good, shop.build("newer", "esp32c6", "1.2.4")], /1\.2\.4, and .* is 1\.2\.3: build both of one commit/],
    [[good, shop.build("twin", "esp32c3")], /are both for esp32c3: leave one out/],
    [[join(shop.folder, "other-app")], /for chip 5, and its folder says .* for esp32c6/],
    [[join(shop.folder, "damaged")], /no whole firmware image/],
    [[join(shop.folder, "overlap")], /overlap at 0x19000/],
    [[gap], /ota_data_initial\.bin is missing/],
    [[good, "--url", "ftp://x"], /--url begins with https/],
    [[good, "--percent", "101"], /--percent takes 0 to 100, not 101/],
    [[good, "--percent", "1e1"], /--percent takes 0 to 100, not 1e1/],
    [[good, "--url", `https://${"x".repeat(1300)}/`], /give a shorter --url/],
  ];
  for (const [folders, error] of cases) {
    assert.match(shop.release(...folders), error);
  }
  assert.equal(shop.release(good), "");
  assert.match(shop.release(good), /is not empty/);
});

test("what elf2image makes is released and installed, signed or not", { skip: needs(COMPILER) }, async (t) => {
  const run = espressifs(t);
  if (run === null) {
    return;
  }
  using shop = new Workshop();
  const unsigned = shop.elfImage("9.9.9", (...args) => run("esptool", ...args));
  const [key, signed] = [join(shop.folder, "key.pem"), join(shop.folder, "signed.bin")];
  run("espsecure", "generate-signing-key", "--version", "2", "--scheme", "rsa3072", key);
  run("espsecure", "sign-data", "--version", "2", "--keyfile", key, "--output", signed, unsigned);
  for (const [name, image] of Object.entries({ unsigned, signed }).map(
    ([one, file]) => [one, readFileSync(file)] as const,
  )) {
    const build = shop.build(name, "esp32c3", "9.9.9");
    shop.write(`${name}/p1_meter.bin`, image);
    assert.equal(shop.release(build), "", name);
    assert.ok(shop.read("p1_meter-9.9.9-esp32c3.bin").equals(image), "the signature is part of the release");
    rmSync(join(shop.folder, "out"), { recursive: true });

    await using desk = new DeskProcess(["--http", "0", "--engine", "ts"], { P1_UPDATE_WITHOUT_LOGIN: "1" });
    const at = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
    for (const end of [image.length - 1, image.length - 4096, 65_536]) {
      const [status, text] = await upload(at, image.subarray(0, end));
      // Without its last sector a signed image is an unsigned one, filled up.
      assert.equal(status, 422, `${name} ${end} ${text}`);
    }
    assert.deepEqual(await upload(at, image), [200, '{"installed":"9.9.9","restart":true}\n'], name);
    await desk.wrote(/Firmware 9\.9\.9 is on trial/);
  }
});

test("where a signed image runs, only the same key's signature is taken", { skip: needs(COMPILER) }, async (t) => {
  const run = espressifs(t);
  if (run === null) {
    return;
  }
  using shop = new Workshop();
  const file = (name: string): string => join(shop.folder, name);
  const image = (version: string): string => shop.elfImage(version, (...args) => run("esptool", ...args));
  const sign = (key: string, from: string, to: string): Buffer => {
    run("espsecure", "sign-data", "--version", "2", "--keyfile", file(key), "--output", file(to), from);
    return readFileSync(file(to));
  };
  for (const key of ["ours", "theirs"]) {
    run("espsecure", "generate-signing-key", "--version", "2", "--scheme", "rsa3072", file(key));
  }
  const first = sign("ours", image("9.9.8"), "first.bin");
  const next = image("9.9.9");
  const good = sign("ours", next, "good.bin");
  const sector = good.length - 4096;

  await using desk = new DeskProcess(["--http", "0", "--engine", "ts"], { P1_UPDATE_WITHOUT_LOGIN: "1" });
  const at = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
  assert.equal((await upload(at, first))[0], 200);
  await desk.wrote(/The firmware is confirmed/);
  const refused: Readonly<Record<string, Buffer>> = {
    unsigned: readFileSync(next),
    "another key's": sign("theirs", next, "theirs.bin"),
    "the signature of another image": Buffer.concat([good.subarray(0, sector), first.subarray(first.length - 4096)]),
    "a bit of the signature": flipped(good, sector + 900),
    "a bit of the key": flipped(good, sector + 100),
    "a bit of the block's checksum": flipped(good, sector + 1196),
  };
  for (const [what, bytes] of Object.entries(refused)) {
    const [status, text] = await upload(at, bytes);
    assert.equal(status, 422, what);
    assert.match(text, /damaged, or not signed as it must be/, what);
  }
  assert.deepEqual(await upload(at, good), [200, '{"installed":"9.9.9","restart":true}\n']);
});

function flipped(image: Buffer, at: number): Buffer {
  const copy = Buffer.from(image);
  copy[at] ^= 1;
  return copy;
}

test("esptool takes the images, and merges the same factory image", (t) => {
  const run = espressifs(t);
  if (run === null) {
    return;
  }
  using shop = new Workshop();
  for (const target of Object.keys(CHIPS) as Target[]) {
    const build = shop.build(target, target);
    assert.equal(shop.release(build), "");
    const merged = join(shop.folder, `${target}.bin`);
    const { flash_files: files } = JSON.parse(readFileSync(join(build, "flasher_args.json"), "utf8")) as {
      flash_files: Record<string, string>;
    };
    const parts = Object.entries(files).flatMap(([offset, file]) => [offset, join(build, file)]);
    run("esptool", "--chip", target, "merge-bin", "-o", merged, ...parts);
    assert.ok(shop.read(`p1_meter-1.2.3-${target}-factory.bin`).equals(readFileSync(merged)), target);
    const info = run(
      "esptool",
      "--chip",
      target,
      "image-info",
      join(shop.folder, "out", `p1_meter-1.2.3-${target}.bin`),
    );
    assert.match(info, /Checksum: 0x[\da-f]+ \(valid\)/);
    assert.match(info, /Validation hash: [\da-f]+ \(valid\)/i);
    rmSync(join(shop.folder, "out"), { recursive: true });
  }
});
