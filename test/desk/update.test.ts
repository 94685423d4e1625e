import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startInsideBroker } from "../../tools/desk/inside-broker.ts";
import { firmwareImage } from "../app/support/image.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { looked } from "./support/status.ts";

const OPEN = { P1_UPDATE_WITHOUT_LOGIN: "1" };
const NEW = firmwareImage({ version: "9.9.9", size: 200_000 });

/** A folder for what survives a restart, gone with the test. */
class State implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "p1-state-"));

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

async function pageOf(desk: DeskProcess): Promise<string> {
  return (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
}

async function upload(
  page: string,
  image: Uint8Array<ArrayBuffer>,
  path = "",
): Promise<readonly [status: number, text: string]> {
  const response = await fetch(`${page}/api/firmware${path}`, { method: "POST", body: image });
  return [response.status, await response.text()];
}

async function firmware(page: string): Promise<unknown> {
  return ((await (await fetch(`${page}/api/status`)).json()) as { firmware: unknown }).firmware;
}

async function nameOf(page: string): Promise<unknown> {
  const settings = (await (await fetch(`${page}/api/settings`)).json()) as { name: string; value: unknown }[];
  return settings.find(({ name }) => name === "device_name")?.value;
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: an image is installed, tried, and confirmed by the broker`, { skip }, async () => {
    using state = new State();
    await using desk = new DeskProcess(["--http", "0", "--engine", engine, "--state", state.folder], OPEN);
    const page = await pageOf(desk);
    await desk.wrote(/is connected/);
    assert.deepEqual(await upload(page, Uint8Array.from(NEW)), [200, '{"installed":"9.9.9","restart":true}\n']);
    await desk.wrote(/Firmware 9\.9\.9 is on trial/);
    await desk.wrote(/The firmware is confirmed/);
    assert.deepEqual(await firmware(page), { version: "9.9.9", state: "confirmed" });
    assert.equal(await desk.stop(), 0);
  });

  test(
    `engine ${engine}: an image with which the broker is away is rolled back by the next start`,
    { skip },
    async () => {
      using state = new State();
      const broker = await startInsideBroker();
      const url = `mqtt://127.0.0.1:${broker.port}`;
      const options = ["--http", "0", "--engine", engine, "--state", state.folder, "--broker", url];
      {
        await using desk = new DeskProcess(options, OPEN);
        const page = await pageOf(desk);
        await desk.wrote(/is connected/);
        await looked(page); // A broker that it never saw working need not work again.
        await broker.close();
        assert.equal((await upload(page, Uint8Array.from(NEW)))[0], 200);
        await desk.wrote(/Firmware 9\.9\.9 is on trial/);
        const [status, text] = await upload(await pageOf(desk), Uint8Array.from(NEW));
        assert.equal(status, 409);
        assert.match(text, /on trial itself/);
      } // The power goes.
      await using again = new DeskProcess(options, OPEN);
      await again.wrote(/Firmware 9\.9\.9 was rolled back/);
      const { version, state: kept, rolled_back } = (await firmware(await pageOf(again))) as Record<string, unknown>;
      assert.notEqual(version, "9.9.9");
      assert.deepEqual([kept, rolled_back], ["confirmed", "9.9.9"]);
    },
  );
}

test("settings survive an update and a rollback", async () => {
  using state = new State();
  const options = ["--http", "0", "--engine", "ts", "--state", state.folder];
  {
    await using desk = new DeskProcess(options, OPEN);
    const page = await pageOf(desk);
    const changed = await fetch(`${page}/api/settings`, { method: "POST", body: '{"device_name":"Cellar"}' });
    assert.equal(changed.status, 200, await changed.text());
    assert.equal((await upload(page, Uint8Array.from(NEW)))[0], 200);
    await desk.wrote(/Firmware 9\.9\.9 is on trial/);
    assert.equal(await nameOf(page), "Cellar");
  } // The power goes.
  await using again = new DeskProcess(options, OPEN);
  const page = await pageOf(again);
  assert.equal(await nameOf(page), "Cellar");
});

test("an older image is refused, and taken where somebody says that he means it", async () => {
  using state = new State();
  await using desk = new DeskProcess(["--http", "0", "--engine", "ts", "--state", state.folder], OPEN);
  const page = await pageOf(desk);
  const old = Uint8Array.from(firmwareImage({ version: "0.0.9" }));
  const [status, text] = await upload(page, old);
  assert.equal(status, 409, text);
  assert.match(text, /older than the firmware that runs/);
  assert.equal((await upload(page, old, "?older=yes"))[0], 200);
  await desk.wrote(/Firmware 0\.0\.9 is on trial/);
});

test("an image that is not whole, or not ours, is refused with a sentence, and the next good one is taken", async () => {
  await using desk = new DeskProcess(["--http", "0", "--engine", "ts"], OPEN);
  const page = await pageOf(desk);
  const flipped = Buffer.from(NEW);
  flipped[100_000] ^= 4;
  const tail = Buffer.from(NEW);
  tail[tail.length - 1] ^= 1;
  const cases: readonly (readonly [image: Buffer, status: number, why: RegExp])[] = [
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 422, /no firmware image/],
    [Buffer.alloc(5000, 0xff), 422, /no firmware image/],
    [firmwareImage({ version: "1", chip: 9 }), 422, /another chip/],
    [firmwareImage({ version: "1", project: "toaster" }), 422, /another project/],
    [flipped, 422, /damaged/],
    [tail, 422, /damaged/],
    [NEW.subarray(0, 100_000), 422, /damaged/],
    [Buffer.concat([NEW, Buffer.from([0])]), 422, /damaged/],
    [Buffer.alloc(0x1e0001, 0xe9), 413, /larger than/],
  ];
  for (const [image, status, why] of cases) {
    const [got, text] = await upload(page, Uint8Array.from(image));
    assert.equal(got, status, text);
    assert.match((JSON.parse(text) as { detail: string }).detail, why);
  }
  assert.equal((await upload(page, Uint8Array.from(NEW)))[0], 200);
});

test("an upload that breaks off leaves room for the next; a second one beside it is refused", async () => {
  await using desk = new DeskProcess(["--http", "0", "--engine", "ts"], OPEN);
  const page = await pageOf(desk);
  const first = httpRequest(`${page}/api/firmware`, { method: "POST", headers: { "Content-Length": NEW.length } });
  first.on("error", () => undefined);
  first.write(NEW.subarray(0, 50_000));
  for (let status = 0; status !== 409;) {
    [status] = await upload(page, Uint8Array.from(NEW.subarray(0, 300)));
    assert.ok(status === 409 || status === 422, "the first may not have begun yet");
  }
  first.destroy();
  for (let status = 409; status === 409;) {
    [status] = await upload(page, Uint8Array.from(NEW));
    assert.ok(status === 409 || status === 200);
  }
});
