/** HomeWizard's API, before the client that Home Assistant reads it with, over the network and over mDNS. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import createMdns from "multicast-dns";
import type { Answer } from "dns-packet";
import { basic, PASSWORD, post } from "./checks/device.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { freePort } from "./support/free-port.ts";
import { Namesake } from "./support/namesake.ts";

const PYTHON = process.env.P1_PYTHON ?? "python3";
const noClient =
  spawnSync(PYTHON, ["-c", "import homewizard_energy"]).status === 0
    ? false
    : "Python has no homewizard_energy (pip install python-homewizard-energy==6.3.0; P1_PYTHON names a Python that has it)";

/** Asks for everything and prints it as JSON; or the name of the error. */
const CLIENT = `
import asyncio, dataclasses, json, sys
from homewizard_energy import HomeWizardEnergy
async def main():
    async with HomeWizardEnergy(sys.argv[1]) as api:
        try:
            device, data = await api.device(), await api.data()
            try:
                system = await api.system()
            except Exception as error:
                system = type(error).__name__
            both = {"device": dataclasses.asdict(device), "data": dataclasses.asdict(data), "system": system}
            print(json.dumps(both, default=str))
        except Exception as error:
            print(json.dumps(type(error).__name__))
asyncio.run(main())
`;

interface Seen {
  readonly device: { readonly product_type: string; readonly serial: string; readonly api_version: string };
  readonly data: Readonly<Record<string, unknown>> & {
    readonly external_devices: Readonly<Record<string, { readonly meter_type: string; readonly unit: string }>>;
  };
  readonly system: string;
}

function seenBy(at: string): unknown {
  const { stdout, stderr } = spawnSync(PYTHON, ["-c", CLIENT, at.replace("http://", "")], {
    encoding: "utf8",
    timeout: 120_000,
  });
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout);
}

/** Waits for an answer of the home that is about a service, asked for again and again. */
async function heard(service: string, isIt: (answer: Answer) => boolean): Promise<readonly Answer[]> {
  const mdns = createMdns();
  const ask = (): void => mdns.query(service, "PTR");
  const again = setInterval(ask, 500);
  const answers = await new Promise<readonly Answer[]>((resolve) => {
    mdns.on("response", (response) => {
      if (response.answers.some(isIt)) {
        resolve(response.answers);
      }
    });
    ask();
  });
  clearInterval(again);
  mdns.destroy();
  return answers;
}

/** What is answered to a client that closes its side at once. */
async function halfClosed(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1").end(request);
  let answer = "";
  socket.setEncoding("utf8").on("data", (part: string) => (answer += part));
  await once(socket, "close");
  return answer;
}

const SERVICE = "_hwenergy._tcp.local";

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: python-homewizard-energy reads the meter`, { skip: skip || noClient }, async () => {
    const settings = { homewizard: "on", simulator_profile: "be" };
    await using device = await DeskDevice.start(engine, { settings, isOwned: true });
    const { device: product, data, system } = seenBy(device.at) as Seen;
    assert.equal(product.product_type, "HWE-P1");
    assert.match(product.serial, /^[0-9a-f]{12}$/);
    assert.equal(product.api_version, "v1");
    assert.equal(system, "UnsupportedError");
    assert.match(String(data.meter_model), /^FLU5/);
    assert.equal(typeof data.active_power_w, "number");
    assert.equal(
      Number(data.total_energy_import_kwh).toFixed(3),
      (Number(data.total_energy_import_t1_kwh) + Number(data.total_energy_import_t2_kwh)).toFixed(3),
    );
    assert.match(String(data.gas_timestamp), /^20\d\d-/);
    assert.match(String(data.monthly_power_peak_timestamp), /^20\d\d-/);
    const kinds = Object.values(data.external_devices).map(({ meter_type, unit }) => `${meter_type} ${unit}`);
    assert.deepEqual(kinds.sort(), ["DeviceType.GAS_METER m3", "DeviceType.WATER_METER m3"]);
    await post(`${device.at}/api/settings`, '{"homewizard":false}', basic(PASSWORD));
    assert.equal(seenBy(device.at), "DisabledError");
  });

  test(`engine ${engine}: the home hears of the service, under a name that nobody else has`, { skip }, async () => {
    using namesake = new Namesake();
    const port = await freePort();
    const set = [
      "--set",
      `host_name=${namesake.name}`,
      "--set",
      "homewizard=on",
      "--set",
      `login_password=${PASSWORD}`,
    ];
    await using desk = new DeskProcess(["--http", `0.0.0.0:${port}`, "--engine", engine, ...set]);
    await desk.wrote(/Another device goes by this one's name/);
    const own = (one: Answer): boolean =>
      one.type === "PTR" && one.name === SERVICE && one.data.startsWith(`${namesake.name}_`);
    const answers = await heard(SERVICE, own);
    const instance = String((answers.find(own) as { data: unknown }).data);
    assert.match(instance, new RegExp(`^${namesake.name}_[0-9a-f]{6}\\._hwenergy\\._tcp\\.local$`));
    const about = answers.filter((one) => one.name === instance);
    const server = about.find((one) => one.type === "SRV");
    assert.equal(server?.type === "SRV" && server.data.port, port);
    const records = about.flatMap((one) => (one.type === "TXT" ? [one.data].flat().map(String) : []));
    const chip = /_([0-9a-f]{6})\./.exec(instance)?.[1] ?? "";
    assert.deepEqual(records, [
      ...["api_enabled=1", "path=/api/v1", `serial=000000${chip}`, "product_name=P1 meter", "product_type=HWE-P1"],
    ]);
    await desk.wrote(/The page's password was set\./);
    const gone = heard("nobody.local", (one) => own(one) && "ttl" in one && one.ttl === 0);
    await post(`http://127.0.0.1:${port}/api/settings`, '{"homewizard":false}', basic(PASSWORD));
    await gone;
  });

  test(`engine ${engine}: clients that misbehave take nothing from the others`, { skip }, async () => {
    const settings = { homewizard: "on", prometheus: "on" };
    await using device = await DeskDevice.start(engine, { settings });
    const { port } = new URL(device.at);
    for (const path of ["/metrics", "/api/v1/data"]) {
      const head = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
      const bad = [
        `${head}\r\n`.repeat(20), // It asks, and never reads: more than the device answers at the same time.
        `${head}Content-Length: 1048576\r\n\r\n${"x".repeat(1_048_576)}`,
        `\0\xff${path} garbage\r\n\r\n`,
      ].map((bytes) => {
        const socket = connect(Number(port), "127.0.0.1").pause();
        socket.on("error", () => undefined).write(bytes, "latin1");
        return socket;
      });
      // Who comes meanwhile may be told to come again; soon there is an answer, also for one that has said all that it says.
      while (!(await halfClosed(Number(port), `${head}\r\n`)).startsWith("HTTP/1.1 200 ")) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      bad.forEach((socket) => socket.destroy());
    }
    assert.match(await (await fetch(`${device.at}/api/v1/telegram`)).text(), /^\/ISK5/);
  });
}
