/** Scripts of updates: images that somebody sends, and those that the device fetches. */

import { createHash } from "node:crypto";
import type { Interface } from "../../tools/desk/engine/interface.ts";
import { firmwareImage } from "../app/support/image.ts";
import { asOwner, HOST, owned, PLAIN, WIRED, WITHOUT_LOGIN, Writer } from "./writer.ts";

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
function manifestOf(version: string, more: object = {}): string {
  const sha256 = createHash("sha256").update(IMAGE).digest("hex");
  const image = { "esp32c3.url": "p1.bin", "esp32c3.size": IMAGE.length, "esp32c3.sha256": sha256 };
  return JSON.stringify({ project: "p1_meter", version, ...image, ...more });
}

/** A device that was told to look for an update and to install it; `chance` decides what its drivers refuse. */
function looking(made: Interface, chance: number): Writer {
  const script = owned(made, PLAIN | (chance << 16)).connect(["update_url", "https://example.org/p1.json"]);
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
  const installed = withManifest(made, chance, manifestOf("9.9.9"))
    .call("onUpdate", "ready")
    .call("onDownload", 2, "begun", "");
  for (let at = 0; at < IMAGE.length; at += 1024) {
    installed.call("onDownload", 2, "part", IMAGE.subarray(at, at + 1024)).call("onUpdate", "written");
  }
  installed.call("onDownload", 2, "end", "").call("onUpdate", "installed").pass(4);
  const daily = new Writer(made, WIRED | PLAIN | (chance << 16))
    .connect(["update_url", "http://example.org/p1.json"], ["update_check", "install"], ["update_unencrypted", "on"])
    .wait(86_400_000)
    .pass(3)
    .call("onDownload", 1, "unreachable", "")
    .wait(600_000)
    .pass(3);
  return [...manifests, ...ends, installed.done(), daily.done()];
}
