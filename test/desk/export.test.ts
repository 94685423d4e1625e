/** Settings go out as one file, and come in again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { SETTINGS } from "../../ts/settings/list.ts";
import { isSecret } from "../../ts/settings/values.ts";
import { valueOf } from "../app/support/values.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

const PASSWORD = "correct horse";
const CODES = { "1-0:1.8.1": "house/day", "1-0:2.7.0": "off", "1-0:54.7.0": 'lab "é" 😀' };

type Fields = Readonly<Record<string, string>>;

/** A device with that password. */
class Device implements AsyncDisposable {
  readonly desk: DeskProcess;
  private at = "";
  private readonly password: string;

  static async start(engine: string, password: string): Promise<Device> {
    const device = new Device(engine, password);
    device.at = (await device.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
    await device.desk.wrote(/password was set/);
    return device;
  }

  private constructor(engine: string, password: string) {
    this.password = password;
    this.desk = new DeskProcess(["--http", "0", "--engine", engine, "--set", `login_password=${password}`]);
  }

  async ask(method: string, path: string, body?: string, password = this.password): Promise<Response> {
    const headers = { Authorization: `Basic ${Buffer.from(`admin:${password}`).toString("base64")}` };
    return fetch(`${this.at}/api/settings${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  /** The file, without secrets or with them. */
  async exported(secrets: boolean, password = this.password): Promise<string> {
    const asked = secrets ? ["POST", JSON.stringify({ password })] : ["GET", undefined];
    const response = await this.ask(asked[0] ?? "", "/export", asked[1], password);
    assert.equal(response.status, 200);
    return response.text();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.desk[Symbol.asyncDispose]();
  }
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: all settings and codes go from one device to another in one file`, { skip }, async () => {
    const typed = SETTINGS.filter(({ kind }) => kind !== "password");
    const wanted = Object.fromEntries([
      ...typed.map((setting) => [setting.name, valueOf(setting, 1)] as const),
      ...Object.entries(CODES),
    ]);
    await using from = await Device.start(engine, PASSWORD);
    const set = await from.ask("POST", "", JSON.stringify(wanted));
    assert.deepEqual(await set.json(), { changed: Object.keys(wanted).length });

    const secret = SETTINGS.filter(({ kind }) => isSecret(kind)).map(({ name }) => name);
    const open = await from.exported(false);
    for (const name of secret) {
      assert.ok(!open.includes(`"${name}"`) && (wanted[name] === undefined || !open.includes(wanted[name])), name);
    }
    assert.equal((await from.ask("POST", "/export", '{"password":"wrong horse"}')).status, 401);
    const file = await from.exported(true);
    const { login_password: hash, ...others } = JSON.parse(file) as Fields;
    assert.match(hash ?? "", /^p2[0-9a-f]{96}$/);
    assert.deepEqual(
      Object.entries(others),
      Object.entries(others).map(([name]) => [name, wanted[name]]),
    );
    const shown = (await (await from.ask("GET", "")).json()) as { name: string; value?: string; default: string }[];
    const left = shown.filter(({ name }) => !(name in others) && name !== "login_password");
    assert.ok(
      left.every(({ value, default: first }) => value === first),
      "only what is as at first is left out",
    );
    const told = Object.keys(JSON.parse(open) as Fields);
    assert.deepEqual(
      told,
      Object.keys(others).filter((name) => !secret.some((one) => one === name)),
    );

    await using to = await Device.start(engine, "battery staple");
    const taken = await to.ask("POST", "", file);
    assert.equal(taken.status, 200, await taken.text());
    assert.equal((await to.ask("POST", "", "{}")).status, 401, "the password came with the file");
    assert.equal(await to.exported(true, PASSWORD), file);
  });
}
