/** What the HTTP interface does: for readers, for the owner, and for who is neither. */

import assert from "node:assert/strict";
import { SETTINGS } from "../../../ts/settings/list.ts";
import { HTTP_REQUESTS } from "../../../ts/sockets.ts";
import { PASSWORD, basic, post, type Check, type Device } from "./device.ts";

/** The sentence of a refusal of that status. */
async function refusal(response: Response, status: number): Promise<string> {
  assert.equal(response.status, status);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const problem = (await response.json()) as { readonly status: number; readonly detail: string };
  assert.equal(problem.status, status);
  return problem.detail;
}

interface ShownSetting {
  readonly name: string;
  readonly value?: string;
  readonly set?: boolean;
  readonly choices?: readonly string[];
}

async function shown({ at }: Device): Promise<void> {
  const readings = (await (await fetch(`${at}/api/readings`)).json()) as Record<string, unknown>[];
  const power = readings.find(({ topic }) => topic === "instant/consumption_kW");
  assert.equal(power?.unit, "kW");
  assert.equal(typeof power.value, "number");
  assert.ok(Number(power.age) <= 5);
  assert.equal(readings[0]?.topic, "equipment/identification");

  const telegram = await (await fetch(`${at}/api/telegram`)).text();
  assert.match(telegram, /^\/ISK5[^!]*![0-9A-F]{4}\r\n$/);
  const log = await fetch(`${at}/api/log`);
  assert.equal(log.headers.get("content-type"), "text/plain; charset=utf-8");
  assert.match(await log.text(), /Telegrams arrive from ISK5/);

  const text = await (await fetch(`${at}/api/settings`)).text();
  const settings = JSON.parse(text) as ShownSetting[];
  assert.deepEqual(
    settings.map(({ name }) => name),
    SETTINGS.map(({ name }) => name),
  );
  const named = new Map(settings.map((setting) => [setting.name, setting]));
  assert.deepEqual(named.get("serial_frame")?.choices, ["8N1", "7E1"]);
  assert.equal(named.get("simulator_period")?.value, "1");
  assert.equal(named.get("broker_password")?.set, true);
  assert.equal(named.get("wifi_password")?.set, false);
  assert.ok(!text.includes("never shown"));
}

async function many({ at }: Device): Promise<void> {
  const answers = Array.from({ length: HTTP_REQUESTS }, (_, i) =>
    fetch(`${at}/api/${i % 2 === 0 ? "settings" : "readings"}`),
  );
  for (const answer of await Promise.all(answers)) {
    assert.ok(((await answer.json()) as unknown[]).length > 20);
  }
}

async function unowned({ at }: Device): Promise<void> {
  for (const path of ["settings", "restart", "firmware", "password"]) {
    assert.match(
      await refusal(await post(`${at}/api/${path}`, '{"password":"12345678"}'), 403),
      /before a password is set/,
    );
  }
  assert.match(
    await refusal(await post(`${at}/api/login`, '{"password":"12345678"}'), 403),
    /no password to log in with/,
  );
}

async function changed({ at }: Device): Promise<void> {
  const url = `${at}/api/settings`;
  assert.match(await refusal(await post(url, '{"qos":1}'), 401), /missing or wrong/);
  assert.match(await refusal(await post(url, '{"qos":1}', basic("wrong")), 401), /missing or wrong/);
  const answer = await post(url, '{"qos":1,"device_name":"M\\u00e9ter \\ud83d\\ude00","retain":true}', basic(PASSWORD));
  assert.deepEqual(await answer.json(), { changed: 3 });

  const refused = await post(url, '{"qos":2,"broker_port":0}', basic(PASSWORD));
  assert.equal(refused.status, 422);
  assert.deepEqual(await refused.json(), {
    status: 422,
    detail: 'broker_port must be a whole number from 1 to 65535, not "0".',
    setting: "broker_port",
  });
  const now = (await (await fetch(url)).json()) as ShownSetting[];
  const value = (name: string): string | undefined => now.find((setting) => setting.name === name)?.value;
  assert.equal(value("qos"), "1");
  assert.equal(value("retain"), "on");
  assert.equal(value("device_name"), "Méter 😀");
}

async function forms({ at }: Device): Promise<void> {
  const send = (body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
    fetch(`${at}/api/settings`, { method: "POST", body, headers: basic(PASSWORD) });
  assert.match(await refusal(await send(""), 400), /no body/);
  assert.match(await refusal(await send("qos=1"), 400), /no JSON object/);
  assert.match(await refusal(await send('{"qos":1'), 400), /no JSON object/);
  assert.match(await refusal(await send('{"qos":{"a":1}}'), 400), /no JSON object/);
  assert.match(await refusal(await send(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)), 400), /no UTF-8/);
  assert.match(await refusal(await send('{"no_such":1}'), 422), /There is no setting "no_such"/);
  assert.match(await refusal(await send('{"wifi_name":"a\\u0000"}'), 422), /without control characters/);
  assert.match(await refusal(await send(`{"a":"${" ".repeat(5000)}"}`), 413), /4096 bytes/);
}

async function session({ at }: Device): Promise<void> {
  const login = async (password: string): Promise<Response> => post(`${at}/api/login`, JSON.stringify({ password }));
  assert.match(await refusal(await login("wrong"), 401), /missing or wrong/);
  const answer = await login(PASSWORD);
  assert.equal(answer.status, 204);
  const set = answer.headers.get("set-cookie") ?? "";
  assert.match(set, /^p1_session=[0-9a-f]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
  const cookie = { Cookie: set.split(";", 1)[0] ?? "" };
  const state = async (headers: Record<string, string>): Promise<unknown> =>
    ((await (await fetch(`${at}/api/status`, { headers })).json()) as { access: { login: string } }).access.login;
  assert.equal(await state(cookie), "given");
  assert.equal(await state({}), "needed");
  assert.equal(await state({ Cookie: `p1_session=${"0".repeat(32)}` }), "needed");

  assert.match(await refusal(await post(`${at}/api/password`, '{"password":"short"}', cookie), 422), /8 to 64/);
  const renewed = await post(`${at}/api/password`, '{"password":"battery staple"}', cookie);
  assert.equal(renewed.status, 204);
  assert.equal(await state(cookie), "needed", "whoever knew the old password is logged out");
  assert.equal((await login(PASSWORD)).status, 401);
  const own = { Cookie: (renewed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
  assert.equal((await post(`${at}/api/settings`, '{"qos":1}', own)).status, 200);
  assert.equal((await post(`${at}/api/logout`, "", own)).status, 204);
  assert.equal((await post(`${at}/api/settings`, '{"qos":1}', own)).status, 401);
}

async function imported({ at }: Device): Promise<void> {
  const url = `${at}/api/settings`;
  const login = await post(`${at}/api/login`, JSON.stringify({ password: PASSWORD }));
  const cookie = { Cookie: (login.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
  const exported = await post(`${url}/export`, JSON.stringify({ password: PASSWORD }), cookie);
  assert.equal(exported.status, 200);
  const { login_password: hash } = (await exported.json()) as Record<string, string>;
  assert.equal((await post(url, JSON.stringify({ login_password: hash }), cookie)).status, 200);
  assert.equal((await post(url, '{"qos":1}', cookie)).status, 200, "the same password logs nobody out");

  const other = await post(`${at}/api/password`, '{"password":"battery staple"}', cookie);
  const renewed = { Cookie: (other.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
  assert.equal((await post(url, '{"qos":1}', basic("battery staple"))).status, 200);
  assert.equal((await post(url, JSON.stringify({ login_password: hash }), renewed)).status, 200);
  assert.equal((await post(url, '{"qos":1}', renewed)).status, 401);
  assert.equal((await post(url, '{"qos":1}', basic("battery staple"))).status, 401);
  assert.equal((await post(url, '{"qos":1}', basic(PASSWORD))).status, 200);
}

async function guesses({ at }: Device): Promise<void> {
  const answers: Response[] = [];
  for (let i = 0; i < 6; i++) {
    answers.push(await post(`${at}/api/login`, '{"password":"wrong"}'));
  }
  assert.deepEqual(
    answers.slice(0, 3).map(({ status }) => status),
    [401, 401, 401],
  );
  const refused = answers.find(({ status }) => status === 429);
  assert.ok(refused !== undefined);
  // Of the first to the third try behind the three that are free, however slow the device is.
  const seconds = refused.headers.get("retry-after") ?? "";
  assert.match(seconds, /^[1-4]$/);
  assert.match(await refusal(refused, 429), new RegExp(`try again in ${seconds} seconds?\\.$`));
}

async function foreign({ at }: Device): Promise<void> {
  const port = new URL(at).port;
  const ask = (headers: Record<string, string>): Promise<Response> => fetch(`${at}/api/status`, { headers });
  assert.match(await refusal(await ask({ Origin: "http://evil.example" }), 403), /page from elsewhere/);
  assert.equal((await ask({ Origin: `http://127.0.0.1:${port}` })).status, 200);
}

async function forReading({ at }: Device): Promise<void> {
  assert.equal((await post(`${at}/api/settings`, '{"login_for_reading":true}', basic(PASSWORD))).status, 200);
  assert.equal((await fetch(`${at}/api/readings`)).status, 401);
  assert.equal((await fetch(`${at}/api/readings`, { headers: basic(PASSWORD) })).status, 200);
}

async function announced(device: Device): Promise<void> {
  const { at } = device;
  assert.equal((await post(`${at}/api/restart`, "", basic(PASSWORD))).status, 202);
  await device.wrote(/The device restarts in 30 seconds/);
  assert.equal((await post(`${at}/api/cancel`, "", basic(PASSWORD))).status, 204);
  await device.wrote(/The restart is cancelled\./);
}

async function outlives(device: Device): Promise<void> {
  const change = (body: string, password: string): Promise<Response> =>
    post(`${device.at}/api/settings`, body, basic(password));
  assert.equal((await change('{"qos":2}', PASSWORD)).status, 200);
  await device.restart();
  assert.equal((await change('{"interval_all":60}', "wrong")).status, 401);
  assert.equal((await change('{"interval_all":60}', PASSWORD)).status, 200);
  const settings = (await (await fetch(`${device.at}/api/settings`)).json()) as ShownSetting[];
  assert.equal(settings.find(({ name }) => name === "qos")?.value, "2");
}

export const API_CHECKS: readonly Check[] = [
  {
    name: "readings, telegram, log and settings are shown to everybody",
    settings: { broker_password: "never shown" },
    run: shown,
  },
  { name: "many ask at once, and each has an answer that is whole", run: many },
  { name: "without a password nobody changes the device, nor sets one from afar", run: unowned },
  { name: "settings are changed by who has the password, all of them or none", isOwned: true, run: changed },
  { name: "a form that is none is refused in words", isOwned: true, run: forms },
  {
    name: "a browser logs in once, changes the password, and is known by its cookie until it leaves",
    isOwned: true,
    run: session,
  },
  {
    name: "an import that brings another password logs out whoever knew the one before",
    isOwned: true,
    run: imported,
  },
  { name: "whoever guesses has to wait", isOwned: true, run: guesses },
  { name: "a foreign name and a foreign page are refused", run: foreign },
  { name: "readings only for who is logged in, by setting", isOwned: true, run: forReading },
  { name: "a restart is announced, and can be cancelled", isOwned: true, run: announced },
  { name: "password and settings outlive the power", isOwned: true, run: outlives },
];
