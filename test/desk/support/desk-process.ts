import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { fileURLToPath } from "node:url";
import { generatedFolder, type EngineName } from "../../../tools/desk/engine/engine.ts";
import { needs } from "../../../tools/test/needs.ts";
import { until, type Waiter } from "./until.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The engines that every test of the device runs on, each with the reason why it can't run here. */
export const ENGINES: readonly { readonly engine: EngineName; readonly skip: string | false }[] = [
  { engine: "ts", skip: false },
  { engine: "c", skip: existsSync(`${generatedFolder()}/interface.json`) ? needs("cc") : "there is no generated C" },
];

/** A desk that was told to stop and runs after this hangs: it is killed, and its exit status is −1. */
const STOP_MILLISECONDS = 60_000;

/** The desk as a process of its own, as `npm start` runs it. */
export class DeskProcess implements AsyncDisposable {
  private readonly child: ChildProcess;
  private readonly waiters = new Set<Waiter>();
  private output = "";
  private error = "";
  /** The exit status, once it ended; a signal that ended it counts as −1. */
  readonly exit: Promise<number>;

  /** @param command what is started in place of this repository's desk */
  constructor(
    options: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    [program, ...args]: readonly string[] = [process.execPath, "--import", "tsx", "tools/desk/main.ts"],
  ) {
    this.child = spawn(program ?? "", [...args, ...options], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ["pipe", "pipe", "pipe", "ipc"],
    });
    const decoder = new StringDecoder("utf8");
    this.child.stdout?.on("data", (bytes: Buffer) => {
      this.output += decoder.write(bytes);
      this.waiters.forEach((waiter) => waiter());
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.error += text;
      this.waiters.forEach((waiter) => waiter());
    });
    this.child.stdin?.on("error", () => undefined); // It ended while somebody typed.
    this.exit = once(this.child, "close").then(([status]: (number | null)[]) => status ?? -1);
  }

  /** What it wrote on standard output so far. */
  get stdout(): string {
    return this.output;
  }

  /** What it wrote on standard error so far. */
  get stderr(): string {
    return this.error;
  }

  /** Waits until it has written something like `pattern`, on either output, and gives the match. */
  async wrote(pattern: RegExp, times = 1): Promise<RegExpExecArray> {
    const all = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
    const find = (): RegExpExecArray | null => [...`${this.output}\n${this.error}`.matchAll(all)][times - 1] ?? null;
    return until(
      this.waiters,
      find,
      () => `${String(pattern)} from the desk, which wrote:\n${this.output}\n${this.error}`,
    );
  }

  /** The port of the broker inside. */
  async brokerPort(): Promise<number> {
    return Number((await this.wrote(/broker: mqtt:\/\/127\.0\.0\.1:(\d+)/))[1]);
  }

  /** Moves the driven clock on and waits until the device has followed; with `date` the time of day is another one before. */
  async advance(seconds: number, date?: string): Promise<void> {
    this.child.send({ advance: seconds * 1000, ...(date === undefined ? {} : { date: Date.parse(date) }) });
    await once(this.child, "message");
  }

  /** Types at its standard input; `isAll` ends that. */
  type(text: string | Uint8Array, isAll = false): void {
    this.child.stdin?.write(text);
    if (isAll) {
      this.child.stdin?.end();
    }
  }

  /** Its console as a browser has a serial port. */
  port(): { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<Uint8Array> } {
    const { stdin, stdout } = this.child;
    assert.ok(stdin !== null && stdout !== null);
    return {
      readable: new ReadableStream({
        start: (to) => {
          stdout.on("data", (bytes: Buffer) => {
            to.enqueue(Uint8Array.from(bytes));
          });
        },
      }),
      writable: new WritableStream({
        write: (bytes) => {
          stdin.write(bytes);
        },
      }),
    };
  }

  /** Presses the board's button, or lets it go. */
  button(down: boolean): void {
    this.child.send({ button: down });
  }

  /** Stops it as Ctrl-C does, or by another signal. */
  async stop(signal: NodeJS.Signals = "SIGINT"): Promise<number> {
    this.child.kill(signal);
    const hangs = setTimeout(() => this.child.kill("SIGKILL"), STOP_MILLISECONDS);
    return this.exit.finally(() => clearTimeout(hangs));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill("SIGKILL");
    await this.exit;
  }
}
