/** What was kept for an encrypted connection to the broker, and is gone. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { host as update } from "../../tools/desk/platform/update.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench } from "./support/device.ts";

update.setWithoutLogin(true);

const PEM = "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n";
/** What may be kept beside the settings: its address, its key, and what the log says when it is gone. */
const CERTIFICATES = [
  [
    "authority",
    "broker_ca",
    "warning: The authority's certificate for the broker was lost: send it again, or remove it. Until then the usual authorities count.",
  ],
  [
    "identity",
    "broker_identity",
    "warning: The device's own certificate for the broker was lost: send it again, or remove it. Until then the broker gets none.",
  ],
] as const;

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "p1-certificates-"));
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

for (const { engine, skip } of ENGINES) {
  const start = (): Promise<Bench> => Bench.create({}, engine, state);

  async function set(name: string, value: string): Promise<void> {
    assert.equal((await start()).configure(name, value), "ok");
    await storage.finish();
  }

  for (const [what, key, lost] of CERTIFICATES) {
    test(`engine ${engine}: the ${what} that was lost is told at each start`, { skip }, async () => {
      const send = async (pem: string): Promise<void> => {
        const bench = await start();
        bench.requests.ask("post", `/api/certificates/${what}`, pem);
        await storage.finish();
      };
      const told = async (): Promise<string[]> => (await start()).log.filter((line) => line.includes("certificate"));
      assert.deepEqual(await told(), [], "there never was one");
      await send(PEM);
      assert.deepEqual(await told(), []);
      const certificate = join(state, "settings", `${key}.bin`);
      rmSync(certificate);
      assert.deepEqual(await told(), [lost]);
      await set("serial_baud", "9600");
      assert.deepEqual(await told(), [lost], "another saving does not make it forgotten");
      await send(PEM);
      assert.deepEqual(await told(), []);
      rmSync(certificate);
      await send("");
      assert.deepEqual(await told(), [], "it was removed");
    });

    test(`engine ${engine}: the ${what} of older firmware is noted with the next saving`, { skip }, async () => {
      await set("serial_baud", "1200");
      const certificate = join(state, "settings", `${key}.bin`);
      writeFileSync(certificate, PEM);
      await set("serial_baud", "9600");
      rmSync(certificate);
      assert.ok((await start()).log.includes(lost));
    });
  }
}
