/** The log, at a syslog server of this computer: rsyslog. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { freePort } from "./support/free-port.ts";

/** What rsyslog is to write of each message: its parts as it understood them. */
const PARTS =
  "%pri%|%protocol-version%|%timestamp:::date-rfc3339%|%hostname%|%app-name%|%procid%|%structured-data%|%msg%\\n";

/** rsyslog, with a folder of its own. */
class Rsyslog implements AsyncDisposable {
  private readonly folder = mkdtempSync(join(tmpdir(), "p1-syslog-"));
  private readonly file = join(this.folder, "log");
  private readonly child;

  /** Starts one that hears what is sent to the port, from now on. */
  static async at(port: number): Promise<Rsyslog> {
    const rsyslog = new Rsyslog(port);
    const socket = createSocket("udp4");
    const again = setInterval(() => socket.send("<134>1 - probe probe - - - hello", port, "127.0.0.1"), 100);
    await rsyslog.message(/hello/);
    clearInterval(again);
    socket.close();
    return rsyslog;
  }

  private constructor(port: number) {
    const configuration = join(this.folder, "rsyslog.conf");
    writeFileSync(
      configuration,
      `global(workDirectory="${this.folder}")
module(load="imudp")
input(type="imudp" address="127.0.0.1" port="${port}")
template(name="parts" type="string" string="${PARTS}")
action(type="omfile" file="${this.file}" template="parts")
`,
    );
    this.child = spawn("rsyslogd", ["-n", "-f", configuration, "-i", join(this.folder, "pid")], { stdio: "ignore" });
  }

  /** Waits for a message. */
  async message(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = existsSync(this.file) ? pattern.exec(readFileSync(this.file, "utf8")) : null;
      if (found !== null) {
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.child, "close");
    this.child.kill("SIGKILL");
    await closed;
    rmSync(this.folder, { recursive: true });
  }
}

const options = (engine: string, port: number, more: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({ syslog_server: "127.0.0.1", syslog_port: String(port), host_name: "p1_syslog", ...more }).reduce(
    (all, [name, value]) => [...all, "--set", `${name}=${value}`],
    ["--engine", engine, "--http", "0"],
  );

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: rsyslog understands the log`, { skip: skip || needs("rsyslogd") }, async () => {
    const port = await freePort();
    await using rsyslog = await Rsyslog.at(port);
    const taken = createServer().listen(0);
    await once(taken, "listening");
    const telegramPort = String((taken.address() as AddressInfo).port);
    await using desk = new DeskProcess(options(engine, port, { telegram_port: telegramPort }));
    await desk.wrote(/Telegrams arrive from/);
    const message = (pri: number, text: string): RegExp =>
      new RegExp(`^${pri}\\|1\\|([^|]+)\\|p1_syslog\\|p1_meter\\|-\\|-\\|${text}$`, "m");
    const [, time = ""] = await rsyslog.message(message(134, "Telegrams arrive from ISK5\\\\2M550T-1012\\."));
    assert.ok(Math.abs(Date.parse(time) - Date.now()) < 3_600_000, time);
    await rsyslog.message(message(131, "Telegram port \\d+: the port can't be opened: .*"));
    taken.close();
  });

  test(`engine ${engine}: a server that is not there costs nothing`, { skip }, async () => {
    await using desk = new DeskProcess(options(engine, await freePort()));
    await desk.wrote(/Telegrams arrive from/);
    assert.doesNotMatch(desk.stdout + desk.stderr, /syslog(?!\.local)/i);
    assert.equal(await desk.stop(), 0);
  });
}
