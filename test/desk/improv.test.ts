/** Improv over the serial console of a desk: the program of the web flasher gives the device its Wi-Fi. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { ImprovSerial } from "improv-wifi-serial-sdk/dist/serial.js";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

const AIR = [
  { name: "home", password: "old secret", signal: -50 },
  { name: "😀 ☕", password: "", signal: -70 },
];
/** The states that it knows. */
const READY = 2;
const JOINED = 4;

/** The web flasher's own program: it is made for browsers, so it is bundled first. */
async function sdk(folder: string): Promise<typeof ImprovSerial> {
  const outfile = join(folder, "improv.mjs");
  const entry = fileURLToPath(import.meta.resolve("improv-wifi-serial-sdk/dist/serial.js"));
  await build({ entryPoints: [entry], bundle: true, format: "esm", outfile, logLevel: "error" });
  return ((await import(outfile)) as { ImprovSerial: typeof ImprovSerial }).ImprovSerial;
}

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: the web flasher's program lists networks, joins one, and learns where the page is`,
    { skip },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "p1-improv-"));
      try {
        writeFileSync(join(folder, "air.json"), JSON.stringify(AIR));
        const options = ["--console", "--http", "0", "--engine", engine, "--wifi", join(folder, "air.json")];
        await using desk = new DeskProcess([
          ...options,
          "--set",
          "device_name=Meter über",
          "--state",
          join(folder, "state"),
        ]);
        await desk.wrote(/access point is open/);
        const Serial = await sdk(folder);
        const quiet = { log: () => undefined, debug: () => undefined, error: () => undefined };
        const improv = new Serial(desk.port(), quiet);
        const info = await improv.initialize(20_000);
        assert.equal(info?.firmware, "p1_meter");
        assert.match(info?.version ?? "", /^\d+\.\d+\.\d+/);
        assert.equal(info?.chipFamily, "ESP32-C3");
        assert.equal(info?.name, "Meter über");
        assert.equal(improv.state, READY);
        assert.deepEqual(await improv.scan(), [
          { name: "😀 ☕", rssi: -70, secured: false },
          { name: "home", rssi: -50, secured: true },
        ]);
        await assert.rejects(improv.provision("home", "wrong secret"), /^UNABLE_TO_CONNECT$/);
        assert.equal(improv.state, READY);
        await assert.rejects(improv.provision("home", "short"), /^UNABLE_TO_CONNECT$/);
        await assert.rejects(improv.getHostname(), /^UNKNOWN_RPC_COMMAND$/);
        await improv.provision("home", "old secret");
        assert.equal(improv.state, JOINED);
        assert.match(improv.nextUrl ?? "", /^http:\/\/\d+\.\d+\.\d+\.\d+\/$/);
        await improv.requestCurrentState();
        assert.equal(improv.state, JOINED);
        desk.type("wifi\n");
        await desk.wrote(/^Wi-Fi home is up/m);
        assert.ok(!/(old|wrong) secret/.test(desk.stdout + desk.stderr), "a password is never said");
        await improv.close();
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
}
