/** Uploads that go wrong: whatever is sent, and wherever it ends, the firmware that runs stays, and the next upload is taken. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Slots } from "../../tools/desk/update/slots.ts";
import { firmwareImage } from "../app/support/image.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { looked, statusOf } from "./support/status.ts";

const OPEN = { P1_UPDATE_WITHOUT_LOGIN: "1" };
const CUT_EVERY = 65_536;
const FIRST = firmwareImage({ version: "8.0.0" });
const NEW = firmwareImage({ version: "9.9.9", size: 300_000 });

/** A device whose power can go, and what it keeps. */
class Device implements AsyncDisposable {
  readonly state = mkdtempSync(join(tmpdir(), "p1-upload-"));
  private readonly engine: string;
  private process: DeskProcess | null = null;
  at = "";

  static async start(engine: string): Promise<Device> {
    const device = new Device(engine);
    await device.start();
    return device;
  }

  private constructor(engine: string) {
    this.engine = engine;
  }

  async start(): Promise<void> {
    this.process = new DeskProcess(["--http", "0", "--engine", this.engine, "--state", this.state], OPEN);
    this.at = (await this.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
  }

  get desk(): DeskProcess {
    assert.ok(this.process !== null);
    return this.process;
  }

  /** The power goes. */
  async kill(): Promise<void> {
    await this.process?.[Symbol.asyncDispose]();
  }

  /** Begins an upload; its bytes are to be written. */
  begin(length: number): ClientRequest {
    const upload = request(`${this.at}/api/firmware`, { method: "POST", headers: { "Content-Length": length } });
    return upload.on("error", () => undefined);
  }

  /** Sends an image whole, if the device lets it. */
  async upload(image: Buffer): Promise<readonly [status: number, text: string]> {
    const upload = this.begin(image.length);
    upload.end(image);
    const [response] = (await once(upload, "response")) as [IncomingMessage];
    let text = "";
    for await (const part of response) {
      text += String(part);
    }
    return [response.statusCode ?? 0, text];
  }

  /** The same once nobody else's upload is under way. */
  async uploadNext(image: Buffer): Promise<readonly [status: number, text: string]> {
    for (;;) {
      const [status, text] = await this.upload(image);
      if (status !== 409) {
        return [status, text];
      }
      assert.match(text, /Another update is under way/);
    }
  }

  async version(): Promise<string> {
    return (await statusOf(this.at, () => true)).firmware.version;
  }

  /** The image that a start would run, as it lies in its slot. */
  running(): Buffer {
    const slots = new Slots(join(this.state, "firmware"));
    return readFileSync(slots.file(slots.running));
  }

  /** Installs an image and waits until it stays. */
  async install(image: Buffer, version: string): Promise<void> {
    assert.equal((await this.uploadNext(image))[0], 200);
    await statusOf(this.at, ({ firmware }) => firmware.version === version && firmware.state === "confirmed");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.state, { recursive: true });
  }
}

/** A refusal's sentence. */
function detail(text: string): string {
  return (JSON.parse(text) as { readonly detail: string }).detail;
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: what is not this device's image is refused, and the next is taken`, { skip }, async () => {
    await using device = await Device.start(engine);
    const before = await device.version();
    const jpeg = Buffer.concat([
      Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
      Buffer.alloc(90_000, 7),
    ]);
    const cases: (readonly [image: Buffer, why: RegExp])[] = [
      [jpeg, /^This is no firmware image\.$/],
      [firmwareImage({ version: "9.9.9", project: "toaster", size: 90_000 }), /^This image is another project's\.$/],
      [firmwareImage({ version: "9.9.9", chip: 0, size: 90_000 }), /^This image is for another chip\.$/],
      [Buffer.concat([NEW, NEW]), /^This image is damaged/],
    ];
    for (let end = CUT_EVERY; end < NEW.length; end += CUT_EVERY) {
      cases.push([NEW.subarray(0, end), /^This image is damaged/]);
    }
    // A bit of each part: the headers, the description, the program, the checksum, the hash.
    for (const at of [0, 1, 12, 23, 28, 32, 50, 80, 300, 150_000, NEW.length - 33, NEW.length - 32, NEW.length - 1]) {
      const flipped = Buffer.from(NEW);
      flipped[at] ^= 1 << (at % 8);
      cases.push([flipped, /^This (image is (damaged|another project's|for another chip)|is no firmware image)/]);
    }
    for (const [image, why] of cases) {
      const [status, text] = await device.upload(image);
      assert.equal(status, 422, text);
      assert.match(detail(text), why);
    }
    assert.equal(await device.version(), before);
    assert.equal((await device.upload(NEW))[0], 200);
  });

  test(`engine ${engine}: a client that goes away at every 64 KiB leaves room for the next`, { skip }, async () => {
    await using device = await Device.start(engine);
    await device.install(FIRST, "8.0.0");
    for (let end = 0; end < NEW.length; end += CUT_EVERY) {
      const upload = device.begin(NEW.length);
      await new Promise<void>((resolve) => upload.write(NEW.subarray(0, Math.max(end, 300)), () => resolve()));
      // A second one beside it is refused, as soon as the device has seen the first.
      for (let status = 0; status !== 409;) {
        [status] = await device.upload(firmwareImage({ version: "1", project: "toaster" }));
        assert.ok(status === 409 || status === 422);
      }
      upload.destroy();
      assert.equal((await device.uploadNext(NEW.subarray(0, CUT_EVERY)))[0], 422);
      assert.ok(device.running().equals(FIRST));
    }
    await device.install(NEW, "9.9.9");
  });

  test(`engine ${engine}: power that goes at any stage of an upload leaves an image that runs`, { skip }, async () => {
    await using device = await Device.start(engine);
    await device.install(FIRST, "8.0.0");
    const stages: readonly (readonly [name: string, bytes: number])[] = [
      ["nothing sent", 0],
      ["a part of the head", 100],
      ["the head", 1024],
      ["half", NEW.length >> 1],
      ["all but a byte", NEW.length - 1],
    ];
    for (const [name, bytes] of stages) {
      const upload = device.begin(NEW.length);
      upload.flushHeaders();
      await new Promise<void>((resolve) => upload.write(NEW.subarray(0, bytes), () => resolve()));
      await looked(device.at);
      await device.kill();
      assert.ok(device.running().equals(FIRST), name);
      await device.start();
      assert.equal(await device.version(), "8.0.0", name);
    }
    // It is installed, and the power goes before the restart: that is the restart.
    assert.equal((await device.upload(NEW))[0], 200);
    await device.kill();
    assert.ok(device.running().equals(NEW));
    await device.start();
    await statusOf(device.at, ({ firmware }) => firmware.version === "9.9.9" && firmware.state === "confirmed");
    await device.kill();
    assert.ok(device.running().equals(NEW), "what is confirmed stays");
  });
}
