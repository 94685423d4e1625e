/** The desk as docs/install.md has it: installed as a package, started as the service is, with a cable and a broker. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { emptyFolder, install, pack, run, runAsNode } from "../packages/support/install.ts";
import { DeskProcess } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";
import { Pty } from "./support/pty.ts";
import { Subscriber } from "./support/subscriber.ts";
import { dutchTelegram } from "./support/telegram.ts";

const root = resolve(import.meta.dirname, "..", "..");
const prefix = emptyFolder();
const skip = install(prefix, "--global", "--prefix", prefix, pack(root));
const installed = join(prefix, "lib/node_modules/p1-meter");
const command = join(prefix, "bin", "p1-meter");
const LOGIN = { user: "meter", password: "right: 100%" };

/** A value of the unit. */
function unit(name: string): string {
  const text = readFileSync(join(installed, "tools/install/p1-meter.service"), "utf8");
  return new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1] ?? "";
}

/** Starts what the unit starts, with a cable in the place of the one that udev knows. */
function service(cable: string, environment: Readonly<Record<string, string>>): DeskProcess {
  const line = `exec ${unit("ExecStart").replace("/dev/p1-meter", cable)}`;
  const path = `${join(prefix, "bin")}:${process.env.PATH ?? ""}`;
  return new DeskProcess([line], { PATH: path, CC: "no-compiler", ...environment }, ["sh", "-c"]);
}

test(
  "the service reads a cable, publishes to mosquitto, and keeps its state",
  { skip: skip || needs("mosquitto", "python3") },
  async () => {
    const state = emptyFolder();
    await using mosquitto = await Mosquitto.prepare(LOGIN);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port, { username: LOGIN.user, password: LOGIN.password });
    await using pty = await Pty.open();
    const environment = {
      STATE_DIRECTORY: state,
      P1_BROKER: `mqtt://${LOGIN.user}:${encodeURIComponent(LOGIN.password)}@127.0.0.1:${mosquitto.port}`,
      P1_OPTIONS: "--set interval_min=0 --set root_topic=meter",
    };
    await using desk = service(pty.path, environment);
    await desk.wrote(/^engine: ts$/m);
    await desk.wrote(/serial port .* is open/);
    pty.send(dutchTelegram(1193));
    assert.equal(await subscriber.payload("meter/instant/consumption_kW"), "1.193");
    const [, page = ""] = await desk.wrote(/^page: +(\S+)$/m);
    assert.match(await (await fetch(page)).text(), /^<!doctype html>/i);
    await pty.pullOut();
    await desk.wrote(/serial port .* went away/);

    // systemd stops it by this.
    assert.equal(await desk.stop("SIGTERM"), 0);
    assert.doesNotMatch(desk.stdout + desk.stderr, /right|%25/, "no password in the log");
    assert.ok(existsSync(join(state, "chip-id")), readdirSync(state).join(" "));
    assert.equal(existsSync(join(installed, "build/desk")), false, "nothing is written beside the program");
  },
);

test("a cable that is not there and options that are wrong end as the unit expects", { skip }, async () => {
  const state = { STATE_DIRECTORY: emptyFolder(), P1_OPTIONS: "" };
  await using missing = service("/dev/p1-meter-that-is-not-there", state);
  assert.equal(await missing.exit, 1);
  assert.match(missing.stderr, /can't be opened: there is no such file/);
  await using wrong = service("/dev/null", { ...state, P1_OPTIONS: "--baud 9600" });
  assert.equal(String(await wrong.exit), unit("RestartPreventExitStatus"));
  assert.match(wrong.stderr, /^Unknown option '--baud'.* `p1-meter --help` lists the options\.\n$/);
});

test(
  "without a compiler, or a folder for the C, it says so and runs the TypeScript",
  { skip: skip || needs("cc") },
  async () => {
    const [once, http] = [["--once"], ["--http", "0"]];
    await using none = new DeskProcess([...once, ...http], { CC: "no-compiler" }, [command]);
    assert.equal(await none.exit, 0);
    assert.match(none.stdout, /There is no C compiler: .* Running the TypeScript instead\.\nengine: ts\n/);
    await using nowhere = new DeskProcess([...once, ...http], { XDG_CACHE_HOME: "/dev/null" }, [command]);
    assert.equal(await nowhere.exit, 0);
    assert.match(nowhere.stdout, /The compiled C can't be kept in \/dev\/null\/p1-meter: .*\nengine: ts\n/);
  },
);

for (const old of ["12.22.12", "18.20.8", "20.18.3"]) {
  test(`on Node ${old} the command says what it needs`, { skip }, () => {
    assert.deepEqual(runAsNode(old, prefix, command, "--help"), {
      status: 1,
      stdout: "",
      stderr: `p1-meter needs Node 20.19 or newer and runs on v${old}. Install it from https://nodejs.org/\n`,
    });
  });
}

test("systemd understands the unit", { skip: skip || needs("systemd-analyze") }, () => {
  const folder = emptyFolder();
  const text = readFileSync(join(installed, "tools/install/p1-meter.service"), "utf8");
  const verified = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    const { status, stderr } = run(folder, "systemd-analyze", "verify", `./${name}`);
    return `${String(status)} ${stderr}`;
  };
  assert.match(
    verified("wrong.service", text.replace("DevicePolicy=closed", "DevicePolicy=shut")),
    /DevicePolicy|shut/,
  );
  assert.equal(verified("p1-meter.service", text), "0 ");
});

test("each jump of the udev rule has its label, and it names the cable as the unit does", { skip }, () => {
  const rules = readFileSync(join(installed, "tools/install/70-p1-meter.rules"), "utf8");
  const lines = rules.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  for (const line of lines) {
    // As udev(7) has them: a key, one of its operators, a text.
    assert.match(line, /^(?:(?:[A-Z]+(?:\{\w+\})?)(?:==|!=|=|\+=)"[^"]*"(?:, (?=\S)|$))+$/);
  }
  const of = (key: string): string[] => [
    ...new Set([...rules.matchAll(new RegExp(`${key}="(.*?)"`, "g"))].map(([, name = ""]) => name)),
  ];
  assert.deepEqual(of("GOTO").sort(), of("LABEL").sort());
  assert.match(unit("ExecStart"), new RegExp(`--serial /dev/${of("SYMLINK\\+")[0] ?? ""} `));
  assert.equal(unit("SupplementaryGroups"), of("GROUP")[0]);
});
