/** What the board's button is good for. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { host as network } from "../../tools/desk/platform/network.ts";
import { host as system } from "../../tools/desk/platform/system.ts";
import { Bench } from "./support/device.ts";

const KEPT = `p2${"a".repeat(96)}`;

after(() => {
  system.setButton(false);
  network.hear(null);
});

async function withButton(settings: Readonly<Record<string, string>> = {}): Promise<Bench> {
  system.setButton(false);
  network.hear(null);
  const bench = await Bench.create(settings);
  await bench.pass(100);
  return bench;
}

async function press(bench: Bench, milliseconds: number): Promise<void> {
  system.setButton(true);
  await bench.pass(milliseconds);
  system.setButton(false);
  await bench.pass(100);
}

const login = (bench: Bench, isGuest = false): string =>
  (JSON.parse(bench.requests.send("get", "/api/status", "", { isGuest }).body) as { access: { login: string } }).access
    .login;

test("on a cable the first password may be set within two minutes after the button, and not a moment longer", async () => {
  const bench = await withButton();
  assert.equal(login(bench), "none");
  await press(bench, 300);
  assert.equal(login(bench), "claimable");
  await bench.pass(119_800);
  assert.equal(login(bench), "claimable");
  await bench.pass(200);
  assert.equal(login(bench), "none");
});

test("a guest of the access point may set it at any time, while there is none", async () => {
  const bench = await withButton();
  assert.equal(login(bench, true), "claimable");
  const owned = await withButton({ login_password: KEPT });
  assert.equal(login(owned, true), "needed");
  await press(owned, 300);
  assert.equal(login(owned), "needed", "the button gives nobody another one's device");
});

test("held for ten seconds it forgets Wi-Fi and password, and nothing else", async () => {
  network.hear([]);
  system.setButton(false);
  const bench = await Bench.create({
    ...{ wifi_name: "home", wifi_password: "old secret", login_password: KEPT },
    ...{ access_point_key: "chosen by me", root_topic: "mine", ip_address: "192.168.1.9" },
  });
  await bench.pass(100);
  const settings = (): Map<string, { value?: string; set?: boolean }> =>
    new Map(
      (
        JSON.parse(bench.requests.send("get", "/api/settings").body) as {
          name: string;
          value?: string;
          set?: boolean;
        }[]
      ).map((setting) => [setting.name, setting]),
    );
  const before = settings();
  await press(bench, 9900);
  assert.deepEqual(settings(), before);
  await press(bench, 10_100);
  const changed = [...settings()]
    .filter(([name, setting]) => JSON.stringify(setting) !== JSON.stringify(before.get(name)))
    .map(([name]) => name);
  assert.deepEqual(changed, ["wifi_name", "wifi_password", "login_password"]);
  assert.equal(bench.accessPoint?.password, "");
  assert.equal(login(bench), "claimable");
  assert.match(bench.log.join("\n"), /warning: The button was held for ten seconds/);
});

test("a pin that is low from the start on is no button that is held", async () => {
  system.setButton(true);
  network.hear(null);
  const bench = await Bench.create({ login_password: KEPT });
  await bench.pass(60_000);
  assert.equal(login(bench), "needed");
  system.setButton(false);
  await bench.pass(200);
  await press(bench, 10_100);
  assert.equal(login(bench), "claimable");
});

test("while no Wi-Fi is known the button opens the access point again, for fifteen minutes", async () => {
  network.hear([]);
  system.setButton(false);
  const bench = await Bench.create({}, "ts", undefined, { joined: false });
  await bench.pass(16 * 60_000);
  assert.equal(bench.accessPoint, null);
  await press(bench, 300);
  assert.deepEqual(bench.accessPoint, { name: "p1-meter-0b0c", password: "" });
  await bench.pass(15 * 60_000);
  assert.equal(bench.accessPoint, null);
});
