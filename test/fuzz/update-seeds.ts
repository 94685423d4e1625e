/** Scripts of updates: images that somebody sends, and those that the device fetches. */

import { createHash } from "node:crypto";
import type { Interface } from "../../tools/desk/engine/interface.ts";
import { firmwareImage } from "../app/support/image.ts";
import { simulatedTelegram } from "../../tools/docs/simulated.ts";
import { asOwner, claimed, HOST, MOODY, owned, PLAIN, WIRED, ON_TRIAL, WITHOUT_LOGIN, Writer } from "./writer.ts";

/** Images that somebody sends. */
export function sent(made: Interface): Uint8Array[] {
  const images = [
    firmwareImage({ version: "9.9.9" }),
    firmwareImage({ version: "0.0.1" }),
    firmwareImage({ version: "9.9.9", project: "other" }),
    firmwareImage({ version: "9.9.9", chip: 9 }),
    Buffer.from("\xff\xd8\xff\xe0 a picture", "latin1"),
  ];
  return images.flatMap((image) => [
    new Writer(made, WITHOUT_LOGIN | WIRED | PLAIN)
      .connect()
      .request("post", "/api/firmware", HOST, image)
      .call("onUpdate", "installed")
      .pass(4)
      .done(),
    asOwner(owned(made), "post", "/api/firmware", image).call("onUpdate", "installed").pass(4).done(),
  ]);
}

const IMAGE = firmwareImage({ version: "9.9.9" });

/** A manifest as `npm run release` writes it. */
function manifestOf(version: string, more: object = {}, image: Uint8Array = IMAGE): string {
  const described = {
    "esp32c3.url": "p1.bin",
    "esp32c3.size": image.length,
    "esp32c3.sha256": hashOf(image).toString("hex"),
  };
  return JSON.stringify({ project: "p1_meter", version, ...described, ...more });
}

function hashOf(image: Uint8Array): Buffer {
  return createHash("sha256").update(image).digest();
}

/** A device that was told to look for an update and to install it; `chance` decides what its drivers refuse. */
function looking(made: Interface, chance: number): Writer {
  const script = owned(made, MOODY | (chance << 16)).connect(["update_url", "https://example.org/p1.json"]);
  return asOwner(script, "post", "/api/update?install=yes");
}

/** The manifest comes. */
function withManifest(made: Interface, chance: number, manifest: string): Writer {
  return looking(made, chance)
    .call("onDownload", 1, "begun", "")
    .call("onDownload", 1, "part", manifest)
    .call("onDownload", 1, "end", "")
    .pass(3);
}

/** Updates that the device fetches. */
export function pulled(made: Interface): Uint8Array[] {
  return [1, 2, 3, 4].flatMap((chance) => pulledBy(made, chance));
}

function pulledBy(made: Interface, chance: number): Uint8Array[] {
  const manifests = [
    manifestOf("9.9.9"),
    manifestOf("0.0.1"),
    manifestOf("a-bare-commit"),
    manifestOf("9.9.9", { project: "toaster" }),
    manifestOf("9.9.9", { "esp32c3.url": "https://elsewhere.example/a/b.bin" }),
    manifestOf("9.9.9", { "esp32c3.sha256": "00" }),
    JSON.stringify({ project: "p1_meter", version: "9.9.9", "esp32.url": "x" }),
    '{"project":["p1_meter"],',
    "no manifest",
  ].map((manifest) => withManifest(made, chance, manifest).done());
  const ends = (["unreachable", "untrusted", "insecure", "missing", "refused", "broken"] as const).flatMap((event) => [
    looking(made, chance).call("onDownload", 1, event, "").pass(4).request("get", "/api/status", HOST).done(),
    withManifest(made, chance, manifestOf("9.9.9"))
      .call("onDownload", 2, "begun", "")
      .call("onDownload", 2, event, "")
      .pass(4)
      .done(),
  ]);
  const installed = withManifest(made, chance, manifestOf("9.9.9")).call("onDownload", 2, "begun", "");
  for (let at = 0; at < IMAGE.length; at += 1024) {
    installed.call("onDownload", 2, "part", IMAGE.subarray(at, at + 1024)).written(at === 0);
  }
  installed.call("onDownload", 2, "end", "").call("onUpdate", "installed").pass(4);
  const daily = new Writer(made, WIRED | MOODY | (chance << 16))
    .connect(["update_url", "http://example.org/p1.json"], ["update_check", "install"], ["update_unencrypted", "on"])
    .wait(86_400_000)
    .pass(3)
    .call("onDownload", 1, "unreachable", "")
    .wait(600_000)
    .pass(3);
  return [...manifests, ...ends, installed.done(), daily.done()];
}

/** A running version, and one that is met. */
const VERSIONS = [
  ["1.2.0", "1.2.0"],
  ["v1.2", "1.2.1"],
  ["1.2.0", "1.1.9"],
  ["1.2.0", "1.2.0-rc.1"],
  ["1.2.0-rc.2", "1.2.0-rc.10"],
  ["1.2.0-rc.2", "1.2.0-rc.2.1"],
  ["1.2.0-beta", "1.2.0-alpha-dirty"],
  ["1.2.0-4-gabcdef0", "1.2.0-12-gabcdef1"],
  ["1.2.0-4-gabcdef0", "1.2.0-4-gabcdef1"],
  ["1.2.0-4-gabcdef0", "1.2.0-4-gabcdef0-dirty"],
  ["1.2.0+4", "abcdef0"],
  ["1.2.0", "99999.99999.99999"],
] as const;

/** A device that runs a version and knows where updates are. */
function running(made: Interface, version: string, check = "off"): Writer {
  return claimed(new Writer(made, WIRED | PLAIN).answer("update.version", version)).connect(
    ["update_url", "http://example.org/p1.json"],
    ["update_check", check],
    ["update_unencrypted", "on"],
  );
}

function manifestComes(script: Writer, manifest: string): Writer {
  return script
    .call("onDownload", 1, "begun", "")
    .call("onDownload", 1, "part", manifest)

    .call("onDownload", 1, "end", "")
    .pass(3);
}

/** The owner wants what the manifest names. */
function asked(script: Writer, manifest: string): Writer {
  return manifestComes(asOwner(script, "post", "/api/update?install=yes"), manifest);
}

/** Firmware that is older, newer or neither, by each of the three ways in which the device meets it. */
export function versions(made: Interface): Uint8Array[] {
  return VERSIONS.flatMap(([runs, met]) => [
    asked(running(made, runs), manifestOf(met)).request("get", "/api/status", HOST).done(),
    manifestComes(running(made, runs, "install").wait(86_400_000).pass(3), manifestOf(met)).done(),
    asOwner(running(made, runs), "post", "/api/firmware", firmwareImage({ version: met }))
      .pass(3)
      .done(),
  ]);
}

/** What becomes of an image that comes as the manifest says it, or otherwise. */
export function fetched(made: Interface): Uint8Array[] {
  const image = firmwareImage({ version: "1.2.1" });
  const manifest = manifestOf("1.2.1", {}, image);
  const comes = [image, image.subarray(0, 700), Buffer.concat([image, image]), firmwareImage({ version: "1.2.2" })];
  return comes.flatMap((bytes) =>
    ["right", "another", "none"].map((hash) => {
      const script = asked(running(made, "1.2.0"), manifest).call("onDownload", 2, "begun", "");
      for (let at = 0; at < bytes.length; at += 1024) {
        script
          .answer("cipher.hashUpdate", Number(hash !== "none"))
          .call("onDownload", 2, "part", bytes.subarray(at, at + 1024))
          .written(at === 0)
          .request("get", "/api/status", HOST);
      }
      return script
        .answer("cipher.hashFinish", hash === "right" ? hashOf(image) : hash)
        .call("onDownload", 2, "end", "")
        .call("onUpdate", "installed")
        .pass(400)
        .done();
    }),
  );
}

/** Updates that come at a bad time: without the time of day, while somebody sends an image, while the firmware is on trial. */
export function untimely(made: Interface): Uint8Array[] {
  const noTime = claimed(new Writer(made, WIRED)).connect(["update_url", "https://example.org/p1.json"]);
  const meanwhile = asOwner(asked(running(made, "1.2.0"), manifestOf("9.9.9")), "post", "/api/firmware", IMAGE);
  const trials = ["1.2.1", "1.2.0"].map((rolledBack) =>
    asOwner(
      claimed(
        new Writer(made, WIRED | PLAIN | ON_TRIAL)
          .answer("update.version", "1.2.1")
          .answer("update.rolledBack", rolledBack)
          .answer("update.note", Uint8Array.of(1, 3, ...Buffer.from("1.2.1"))),
      ).connect(),
      "post",
      "/api/firmware",
      IMAGE,
    )
      .serial(simulatedTelegram("nl5"))
      .pass(10)
      .call("onUpdate", "confirmed")
      .wait(700_000)
      .pass(10)
      .call("onUpdate", "confirmed")
      .pass(2)
      .done(),
  );
  const large = new Writer(made, WITHOUT_LOGIN | WIRED | PLAIN).connect();
  return [
    asOwner(noTime, "post", "/api/update?install=yes").pass(3).done(),
    meanwhile.pass(20).done(),
    ...trials,
    large.call("onRequest", 1, "post", "/api/firmware", HOST, 0x200000, false).pass(2).done(),
    ...(["damaged", "failed"] as const).map((event) =>
      owned(made, WIRED | PLAIN | WITHOUT_LOGIN)
        .call("onRequest", 1, "post", "/api/firmware", HOST, IMAGE.length, false)
        .call("onHttp", 1, "body", IMAGE.subarray(0, 1024))
        .call("onUpdate", event)
        .request("get", "/api/status", HOST)
        .done(),
    ),
  ];
}
