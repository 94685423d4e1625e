/** The serial console of a desk, over a pipe: a first start without a phone. */

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startInsideBroker } from "../../tools/desk/inside-broker.ts";
import { CONSOLE_CHECKS } from "./checks/console.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

const AIR = [{ name: "Café ☕", password: "old secret", signal: -50 }];

for (const { engine, skip } of ENGINES) {
  for (const check of CONSOLE_CHECKS) {
    test(`engine ${engine}: ${check.name}`, { skip }, async () => {
      await using device = await DeskDevice.start(engine, check);
      await check.run(device);
    });
  }

  test(`engine ${engine}: Wi-Fi, broker and password by the console; a reset forgets them`, { skip }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "p1-console-"));
    const broker = await startInsideBroker();
    try {
      writeFileSync(join(folder, "air.json"), JSON.stringify(AIR));
      const state = join(folder, "state");
      const options = ["--console", "--http", "0", "--engine", engine, "--set", "broker_host=", "--state", state];
      await using desk = new DeskProcess([...options, "--wifi", join(folder, "air.json")]);
      await desk.wrote(/access point is open: p1-meter-[0-9a-f]{4}/);
      desk.type("status\r\n");
      await desk.wrote(/^No Wi-Fi is set, so there is no network\.\nThe device's own access point .* is open: http:/m);
      desk.type('wifi "Café ☕" "wrong secret"\n');
      await desk.wrote(/Café ☕ refuses the password.* Nothing was changed/);
      desk.type('wifi "Café ☕" "old secr');
      desk.type('et"\n');
      await desk.wrote(/Wi-Fi Café ☕ is up/);
      desk.type(`broker 127.0.0.1:${broker.port}\n`);
      await desk.wrote(/MQTT broker 127\.0\.0\.1:\d+ is connected/);
      desk.type(`password "correct horse"\nwifi ${"x".repeat(100_000)}\n\nhelp\n`);
      await desk.wrote(/A line has at most 320 bytes/);
      await desk.wrote(/^factory-reset +forgets everything$/m);
      await desk.wrote(/The page's password was set/);
      // A new network and a new name may make it connect anew just now.
      const connected = /^MQTT broker 127\.0\.0\.1:\d+ is connected\.$[^]*^The page has a password\.$/m;
      for (let asked = 1; asked <= 20 && !connected.test(desk.stdout); asked++) {
        desk.type("status\n");
        await desk.wrote(/^The page has a password\.$/m, asked);
        await new Promise((resolve) => setTimeout(resolve, connected.test(desk.stdout) ? 0 : 500));
      }
      assert.match(desk.stdout, connected);
      assert.ok(!/(old|wrong) secr|horse/.test(desk.stdout + desk.stderr), "what it is told it never says");
      assert.ok(!desk.stdout.includes("p1_meter/"), "the console has no readings");
      desk.type("factory-reset yes\n");
      await desk.wrote(/access point is open: p1-meter-[0-9a-f]{4}/, 2);
      desk.type("status\n");
      await desk.wrote(/^The page has no password/m, 2);
      const kept = readdirSync(join(state, "settings")).map((name) => readFileSync(join(state, "settings", name)));
      assert.ok(!/secret|Caf|login_password/.test(kept.join()));
    } finally {
      await broker.close();
      rmSync(folder, { recursive: true });
    }
  });
}

test("button presses the board's button, which a desk has not", async () => {
  await using desk = new DeskProcess(["--console", "--http", "0", "--engine", "ts"]);
  await desk.wrote(/page: /);
  desk.type("button\n");
  await desk.wrote(/The page's password can be set for two minutes/);
  desk.type("button x\nbutton 61\nbuttons\n");
  await desk.wrote(/button SECONDS takes a number up to 60/, 2);
  await desk.wrote(/There is no such command/);
  desk.type("button 10\n");
  await desk.wrote(/The button was held for ten seconds: Wi-Fi and password are forgotten/);
});

test("without --console the standard input is nobody's, and with it its end is not the device's", async () => {
  await using deaf = new DeskProcess(["--http", "0", "--engine", "ts", "--once"]);
  deaf.type("factory-reset yes\n");
  assert.equal(await deaf.exit, 0);
  assert.ok(!deaf.stderr.includes("forgets"));
  await using desk = new DeskProcess(["--console", "--http", "0", "--engine", "ts"]);
  desk.type("status\n", true);
  await desk.wrote(/^The page has no password/m);
  await desk.wrote(/Telegrams arrive/);
  assert.equal(await desk.stop(), 0);
});
