/** Updates that the device fetches, from a server with an authority of the test's own. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Slots } from "../../tools/desk/update/slots.ts";
import { needs } from "../../tools/test/needs.ts";
import { firmwareImage } from "../app/support/image.ts";
import { Authority } from "./support/authority.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { breaking, file, manifest, UpdateServer, type Answer } from "./support/update-server.ts";

const NEW = firmwareImage({ version: "9.9.9", size: 150_000 });
const openssl = needs("openssl");

/** No test waits longer for one thing. */
const LIMIT_MILLISECONDS = 120_000;

interface UpdateStatus {
  readonly state: string;
  readonly version?: string;
  readonly received?: number;
  readonly problem?: string;
}

/** A device whose clock the test drives, and that trusts the test's authority. */
class Fetcher implements AsyncDisposable {
  readonly state = mkdtempSync(join(tmpdir(), "p1-pull-"));
  private device: DeskProcess | null = null;
  private page = "";

  async start(
    url: string,
    options: readonly string[] = [],
    clock = "2026-01-05T12:00:00Z",
    ca = "",
    chip = 0,
  ): Promise<void> {
    writeFileSync(join(this.state, "chip-id"), `${chip.toString(16).padStart(6, "0")}\n`);
    const settings = ["--http", "0", "--state", this.state, "--set", `update_url=${url}`, ...options];
    const environment = { P1_UPDATE_WITHOUT_LOGIN: "1", P1_CLOCK: clock, NODE_EXTRA_CA_CERTS: ca };
    this.device = new DeskProcess(settings, environment);
    this.page = (await this.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
    await this.desk.advance(1);
  }

  get desk(): DeskProcess {
    assert.ok(this.device !== null);
    return this.device;
  }

  async post(path: string, body?: unknown): Promise<number> {
    const options = body === undefined ? {} : { body: JSON.stringify(body) };
    return (await fetch(`${this.page}${path}`, { method: "POST", ...options })).status;
  }

  async status(): Promise<{ readonly firmware: { readonly version: string }; readonly update: UpdateStatus }> {
    for (const end = Date.now() + LIMIT_MILLISECONDS; ; await sleep(10)) {
      try {
        return (await (await fetch(`${this.page}/api/status`)).json()) as Awaited<ReturnType<Fetcher["status"]>>;
      } catch (error) {
        assert.ok(Date.now() < end, String(error)); // It restarts.
      }
    }
  }

  /** Waits until the update stands like that; what waits for time gets it. */
  async until(found: (update: UpdateStatus, version: string) => boolean): Promise<UpdateStatus> {
    for (const end = Date.now() + LIMIT_MILLISECONDS; ;) {
      const { update, firmware } = await this.status();
      if (found(update, firmware.version)) {
        return update;
      }
      assert.ok(Date.now() < end, JSON.stringify(update));
      await (update.state === "waiting" || update.state === "installing" ? this.desk.advance(5) : sleep(20));
    }
  }

  /** Looks there, and waits for what comes of it. */
  async look(path = "/api/update"): Promise<UpdateStatus> {
    assert.equal(await this.post(path), 202);
    return this.until(({ state }) => ["idle", "available", "failed"].includes(state));
  }

  installed(): Promise<UpdateStatus> {
    return this.until((_, version) => version === "9.9.9");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.device?.[Symbol.asyncDispose]();
    rmSync(this.state, { recursive: true });
  }
}

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: a newer version is told, and installed when somebody wants it`,
    { skip: skip || openssl },
    async () => {
      using authority = new Authority();
      await using server = await UpdateServer.start(authority.sign("localhost"));
      server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
      server.answers.set("/image.bin", breaking(NEW, []));
      await using device = new Fetcher();
      const options = ["--engine", engine];
      await device.start(server.url("/manifest.json"), options, undefined, authority.certificate);
      assert.deepEqual(await device.look(), { state: "available", version: "9.9.9" });
      assert.deepEqual(server.asked, ["/manifest.json"]);
      assert.equal(await device.post("/api/update?install=yes"), 202);
      await device.installed();
      await device.desk.wrote(/Firmware 9\.9\.9 is on trial/);
      assert.deepEqual(new Slots(join(device.state, "firmware")).trial, true);
      server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
      assert.deepEqual(await device.look(), { state: "idle" });
    },
  );
}

test("a download that breaks goes on where it broke, wherever that is", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  const breaks = [0, 1, 1500, 65_536, 1023, 30_000];
  server.answers.set("/image.bin", breaking(NEW, [...breaks]));
  await using device = new Fetcher();
  await device.start(server.url("/manifest.json"), ["--engine", "ts"], undefined, authority.certificate);
  assert.equal(await device.post("/api/update?install=yes"), 202);
  await device.installed();
  let at = 0;
  const asked = server.asked.filter((line) => line.startsWith("/image.bin"));
  assert.equal(asked.length, breaks.length + 1);
  for (const [i, line] of asked.entries()) {
    const from = Number(/bytes=(\d+)-/.exec(line)?.[1] ?? 0);
    assert.ok(from <= at, `request ${i} begins at ${from}, and ${at} bytes were sent`);
    at = from + (breaks[i] ?? 0);
  }
  assert.ok(at > 30_000, "the last one goes on where the longest ended");
});

test("a server without ranges begins anew, and nothing is written twice", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  server.answers.set("/image.bin", breaking(NEW, [40_000, 90_000], false));
  await using device = new Fetcher();
  await device.start(server.url("/manifest.json"), ["--engine", "ts"], undefined, authority.certificate);
  assert.equal(await device.post("/api/update?install=yes"), 202);
  await device.installed();
});

test("what can't be trusted or used is refused with a sentence", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  await using stranger = await UpdateServer.start(authority.sign("other.example"));
  await using plain = await UpdateServer.start();
  const good = file(manifest(NEW, "9.9.9"));
  stranger.answers.set("/manifest.json", good);
  plain.answers.set("/manifest.json", good);
  const flipped = Buffer.from(NEW);
  flipped[90_000] ^= 1;
  const redirect =
    (to: string): Answer =>
    (_, response) =>
      response.writeHead(302, { Location: to }).end();
  const cases: readonly (readonly [name: string, answer: Answer, image: Answer | null, problem: RegExp])[] = [
    ["missing", (_, response) => response.writeHead(404).end(), null, /no such file/],
    ["words", file("<html>Not here</html>"), null, /is no manifest/],
    ["empty", file(""), null, /is no manifest/],
    ["cut", file(manifest(NEW, "9.9.9").slice(0, 60)), null, /is no manifest/],
    ["huge", file(Buffer.alloc(1_000_000, " ")), null, /is no manifest/],
    ["word-version", file(manifest(NEW, "latest")), null, /is no manifest/],
    ["toaster", file(manifest(NEW, "9.9.9", { project: "toaster" })), null, /another project/],
    ["no-size", file(manifest(NEW, "9.9.9", { "esp32c3.size": -1 })), null, /no image for this chip/],
    ["long-url", file(manifest(NEW, "9.9.9", { "esp32c3.url": "x".repeat(300) })), null, /no image for this chip/],
    ["short-hash", file(manifest(NEW, "9.9.9", { "esp32c3.sha256": "abcd" })), null, /no image for this chip/],
    ["large", file(manifest(NEW, "9.9.9", { "esp32c3.size": 50_000_000 })), null, /larger than the flash/],
    ["unencrypted", file(manifest(NEW, "9.9.9", { "esp32c3.url": "http://localhost/x" })), null, /https:\/\//],
    ["lower", redirect(plain.url("/manifest.json")), null, /not encrypted/],
    ["checksum", good, breaking(flipped, []), /its checksum is wrong/],
    ["longer", good, breaking(Buffer.concat([NEW, Buffer.alloc(9)]), []), /longer than the manifest/],
    ["jpeg", good, breaking(Buffer.alloc(NEW.length, 0xff), []), /no firmware image/],
    ["mislabelled", file(manifest(NEW, "9.9.8")), breaking(NEW, []), /another version/],
    ["gone", good, (_, response) => response.writeHead(410).end(), /no such file/],
  ];
  await using device = new Fetcher();
  await device.start(stranger.url("/manifest.json"), ["--engine", "ts"], undefined, authority.certificate);
  assert.match((await device.look()).problem ?? "", /certificate/);
  for (const [name, answer, image, problem] of cases) {
    server.answers.set(`/${name}/manifest.json`, answer);
    if (image !== null) {
      server.answers.set(`/${name}/image.bin`, image);
    }
    await device.post("/api/settings", { update_url: server.url(`/${name}/manifest.json`) });
    await device.desk.advance(1);
    const update = await device.look("/api/update?install=yes");
    assert.equal(update.state, "failed", name);
    assert.match(update.problem ?? "", problem, name);
  }
  // Nothing of all that was installed, and the next good one is.
  server.answers.set("/around", redirect(server.url("/good/manifest.json")));
  server.answers.set(
    "/good/manifest.json",
    file(manifest(NEW, "9.9.9", { "esp32c3.url": server.url("/good/image"), notes: "n".repeat(300) })),
  );
  server.answers.set("/good/image", breaking(NEW, []));
  await device.post("/api/settings", { update_url: server.url("/around") });
  await device.desk.advance(1);
  assert.equal(await device.post("/api/update?install=yes"), 202);
  await device.installed();
});

test("a stranger's authority, and http:// without the setting, are refused", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  await using plain = await UpdateServer.start();
  server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  plain.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  await using device = new Fetcher();
  await device.start(server.url("/manifest.json"), ["--engine", "ts"]);
  assert.match((await device.look()).problem ?? "", /signed by nobody known/);
  await device.post("/api/settings", { update_url: plain.url("/manifest.json") });
  await device.desk.advance(1);
  assert.match((await device.look()).problem ?? "", /must begin with https/);
  assert.deepEqual(plain.asked, []);
  await device.post("/api/settings", { update_unencrypted: true });
  await device.desk.advance(1);
  assert.equal((await device.look()).state, "available");
});

test("a server that sends next to nothing is given up, and asked again", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  server.answers.set("/manifest.json", (_, response) => void response.write("{"));
  await using device = new Fetcher();
  await device.start(server.url("/manifest.json"), ["--engine", "ts"], undefined, authority.certificate);
  assert.equal(await device.post("/api/update"), 202);
  while (server.asked.length === 0) {
    await sleep(10);
  }
  assert.equal(await device.post("/api/update"), 409);
  server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  while ((await device.status()).update.state === "checking") {
    await device.desk.advance(5);
  }
  await device.until(({ state }) => state === "available");
});

test("once a day it looks by itself, and leaves a version that was rolled back", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  server.answers.set("/image.bin", breaking(NEW, []));
  const options = ["--engine", "ts", "--set", "update_check=install"];
  const midnight = "2026-01-05T23:59:58Z";
  {
    await using device = new Fetcher();
    mkdirSync(join(device.state, "firmware"));
    new Slots(join(device.state, "firmware")).note = Uint8Array.of(1, 0, ...Buffer.from("9.9.9"));
    await device.start(server.url("/manifest.json"), options, midnight, authority.certificate);
    assert.equal((await device.status()).update.state, "idle");
    await device.desk.advance(3);
    const { problem } = await device.until((update) => update.problem !== undefined);
    assert.match(problem ?? "", /was rolled back before/);
    assert.deepEqual(server.asked, ["/manifest.json"]);
    assert.equal(await device.post("/api/update?install=yes"), 202); // A person may.
    await device.installed();
  }
  await using device = new Fetcher();
  await device.start(server.url("/manifest.json"), options, midnight, authority.certificate);
  await device.desk.advance(3);
  await device.installed();
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: a version for some of all devices is taken by those, by their chips' numbers, and by whom a person asks`,
    { skip: skip || openssl },
    async () => {
      using authority = new Authority();
      await using server = await UpdateServer.start(authority.sign("localhost"));
      await using device = new Fetcher();
      const options = ["--engine", engine, "--set", "update_check=tell"];
      // 4823: its day begins at 22:39:37.
      await device.start(server.url("/manifest.json"), options, "2026-01-05T12:00:00Z", authority.certificate, 4823);
      const looks = async (day: number, percent: unknown): Promise<string> => {
        server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9", { percent })));
        const before = server.asked.length;
        await device.desk.advance(1, `2026-01-0${day}T22:39:34Z`);
        await device.desk.advance(4);
        return (await device.until(({ state }) => server.asked.length > before && state !== "checking")).state;
      };
      assert.equal(await looks(5, 23), "idle");
      await device.desk.wrote(/There is a newer firmware, but not yet for this device\./);
      assert.deepEqual(await device.look(), { state: "available", version: "9.9.9" }, "a person asks");
      assert.equal(await looks(6, 0), "idle");
      assert.equal(await looks(7, 24), "available");
    },
  );
}

test("an image that somebody sends comes before the one that is fetched", { skip: openssl }, async () => {
  using authority = new Authority();
  await using server = await UpdateServer.start(authority.sign("localhost"));
  server.answers.set("/manifest.json", file(manifest(NEW, "9.9.9")));
  server.answers.set("/image.bin", (_, response) => {
    response.writeHead(200, { "Content-Length": NEW.length }).write(NEW.subarray(0, 50_000));
  });
  await using device = new Fetcher();
  await device.start(server.url("/manifest.json"), ["--engine", "ts"], undefined, authority.certificate);
  assert.equal(await device.post("/api/update?install=yes"), 202);
  await device.until(({ received = 0 }) => received > 20_000);
  const sent = firmwareImage({ version: "5.0.0" });
  const page = (await device.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
  const response = await fetch(`${page}/api/firmware`, { method: "POST", body: Uint8Array.from(sent) });
  assert.equal(response.status, 200, await response.text());
  await device.desk.advance(2);
  await device.desk.wrote(/Firmware 5\.0\.0 is on trial/);
});
