/** A secret is told to nobody but who has the page's password and asks for a file with secrets. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import { isSecret } from "../../ts/settings/values.ts";
import { Authority } from "../desk/support/authority.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Subscriber } from "../desk/support/subscriber.ts";
import { Attacked, OWNER, operations, PASSWORD } from "./support/attacked.ts";
import { spellings, tracesOf } from "./support/traces.ts";

/** A value for each secret setting but the page's password, told apart from everything else. */
const MARKERS: Readonly<Record<string, string>> = Object.fromEntries(
  SETTINGS.filter(({ kind }) => isSecret(kind) && kind !== "password").map(({ name, kind }, i) => [
    name,
    kind === "key" ? `${i}badcafe`.repeat(4) : `Marker${i}?Secret+${i}`,
  ]),
);
/** What people type that is wrong: a password in the wrong field, or one that is refused. */
const TYPED = { typed: "Typed?Wrong+Secret" };

test("a secret is found however it is written", () => {
  const secret = "Marker?Secret+1";
  for (let before = 0; before < 3; before++) {
    const text = Buffer.from(`${"x".repeat(before)}${secret}yz`).toString("base64");
    assert.deepEqual(tracesOf({ secret }, text), ["secret"], text);
  }
  for (const spelling of spellings(secret)) {
    assert.deepEqual(tracesOf({ secret }, `… ${spelling} …`), ["secret"], spelling);
  }
  assert.deepEqual(tracesOf({ secret }, `${secret.slice(1)} ${secret.slice(0, -1)}`), []);
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: no page, address, topic, log or console tells a secret`,
    { skip: skip || needs("openssl") },
    async (t) => {
      const folder = mkdtempSync(join(tmpdir(), "p1-secrets-"));
      t.after(() => rmSync(folder, { recursive: true }));
      const air = join(folder, "air.json");
      writeFileSync(air, JSON.stringify([{ name: "home", password: MARKERS.wifi_password, signal: -50 }]));
      using authority = new Authority();
      const pair = authority.sign("p1_meter");
      const key = readFileSync(pair.key, "utf8");
      const set = Object.entries(MARKERS).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
      const options = [
        "--wifi",
        air,
        "--console",
        "--verbose",
        "--set",
        "wifi_name=home",
        "--set",
        "broker_user=someone",
      ];
      const fast = ["--set", "simulator_period=1", "--set", "interval_min=0"];
      await using device = await Attacked.start(engine, ...options, ...fast, ...set);
      await using subscriber = await Subscriber.at(await device.desk.brokerPort());
      const identity = { method: "POST", target: "/api/certificates/identity" };
      const kept = await device.ask(identity, { Authorization: OWNER }, readFileSync(pair.certificate, "utf8") + key);
      assert.equal(kept.status, 204, await kept.text());
      const login = await device.ask(
        { method: "POST", target: "/api/login" },
        {},
        JSON.stringify({ password: PASSWORD }),
      );
      const session = /p1_session=(\w+)/.exec(login.headers.get("set-cookie") ?? "")?.[1] ?? "";
      const body = JSON.stringify({ password: PASSWORD });
      const file = await (
        await device.ask({ method: "POST", target: "/api/settings/export" }, { Authorization: OWNER }, body)
      ).text();
      const { login_password: hash = "" } = JSON.parse(file) as Readonly<Record<string, string>>;
      const secrets = { ...MARKERS, ...TYPED, PASSWORD, session, hash: hash.slice(2), key: key.split("\n")[1] ?? "" };
      assert.deepEqual(tracesOf(MARKERS, file), Object.keys(MARKERS), "they are there to be told");
      assert.ok(session.length === 32 && hash.length === 98 && secrets.key.length > 40);

      const heard: string[] = [];
      const ways: readonly Record<string, string>[] = [
        {},
        { Authorization: OWNER },
        { Cookie: `p1_session=${session}` },
        { Authorization: `Basic ${Buffer.from(`admin:${TYPED.typed}`).toString("base64")}` },
      ];
      const wrong = [
        ...SETTINGS.map(({ name }) =>
          JSON.stringify({ [name]: `${TYPED.typed}${"\n".repeat(3)}`, broker_port: TYPED.typed }),
        ),
        ...Object.entries(MARKERS).map(([name, value]) => JSON.stringify({ [name]: `${value}\n` })),
        ...[`{"${TYPED.typed}":1}`, TYPED.typed, JSON.stringify({ password: TYPED.typed.slice(0, 3) })],
      ];
      for (const { target } of operations().filter(({ method }) => method === "GET")) {
        for (const headers of ways) {
          const said = await whatItSays(device, target, headers);
          // The owner has to be able to read the key of the device's own access point.
          const isForOwner = target === "/api/access-point" && said.startsWith("200 ");
          heard.push(isForOwner ? said.replace(MARKERS.access_point_key, "") : said);
        }
      }
      for (const { target } of operations().filter(
        ({ method, target }) => method === "POST" && !/logout|restart|password/.test(target),
      )) {
        const forms = target === "/api/settings" ? wrong : wrong.slice(-3);
        for (const form of forms) {
          const response = await device.ask({ method: "POST", target }, { Authorization: OWNER }, form);
          // What a refusal shows of a value is for its owner; a secret's value it does not show.
          heard.push(JSON.stringify([...response.headers]), (await response.text()).replaceAll(TYPED.typed, ""));
        }
      }
      for (const line of [
        "help",
        "status",
        `password ${TYPED.typed}`,
        `wifi home ${MARKERS.wifi_password}`,
        "nonsense",
      ]) {
        device.desk.type(`${line}\n`);
      }
      await device.desk.wrote(/There is no such command/);
      const from = subscriber.messages.length;
      await subscriber.payload("p1_meter/instant/consumption_kW", from);
      heard.push(await whatItSays(device, "/api/log", { Authorization: OWNER }));
      heard.push(...subscriber.messages.flatMap(({ topic, payload }) => [topic, payload]));
      assert.equal(await device.desk.stop(), 0);
      heard.push(device.desk.stdout, device.desk.stderr);
      assert.ok(heard.length > 100 && heard.join("").length > 50_000, "something was heard");
      for (const text of heard) {
        assert.deepEqual(tracesOf(secrets, text), [], text.slice(0, 2000));
      }
    },
  );
}

/** An answer with its head; of a stream what comes at first. */
async function whatItSays(device: Attacked, target: string, headers: Record<string, string>): Promise<string> {
  const abort = new AbortController();
  const response = await fetch(`${device.at}${target}`, { headers, signal: abort.signal });
  let said = `${response.status} ${JSON.stringify([...response.headers])}`;
  const isStream = target.endsWith("follow") || (response.headers.get("content-type") ?? "").includes("event-stream");
  if (!isStream) {
    return said + (await response.text());
  }
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    said += new TextDecoder().decode(part);
    break;
  }
  abort.abort();
  return said;
}
