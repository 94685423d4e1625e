/** A device on the desk, as whoever attacks it sees it, and as its owner does. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineName } from "../../../tools/desk/engine/engine.ts";
import { DeskProcess } from "../../desk/support/desk-process.ts";
import { statusOf } from "../../desk/support/status.ts";

export const PASSWORD = "correct horse";
export const OWNER = basic(PASSWORD);

/** The head's line of who sends that password. */
export function basic(password: string): string {
  return `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`;
}

/** An operation of `docs/openapi.json`. */
export interface Operation {
  readonly method: string;
  /** With what stands behind the question mark. */
  readonly target: string;
}

/** Every operation that is described, once for each query. */
export function operations(): Operation[] {
  interface Described {
    readonly parameters?: readonly { readonly name: string; readonly schema: { readonly enum: readonly string[] } }[];
  }
  const { paths } = JSON.parse(readFileSync("docs/openapi.json", "utf8")) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [] }]) => [
      { method: method.toUpperCase(), target: path },
      ...parameters.flatMap(({ name, schema }) =>
        schema.enum.map((value) => ({ method: method.toUpperCase(), target: `${path}?${name}=${value}` })),
      ),
    ]),
  );
}

/** A connection whose other end is the test. */
export class Connection implements Disposable {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  received = "";

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1").on("error", () => undefined);
    this.socket.setEncoding("latin1").on("data", (text: string) => {
      this.received += text;
    });
    // Not `once`, for which a reset would be a failure: whoever attacks is reset.
    this.closed = new Promise<void>((resolve) => this.socket.on("close", () => resolve()));
  }

  /** Waits until something like that came, or the connection ended; what came. */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.received) && !this.socket.destroyed) {
      await Promise.race([new Promise<void>((resolve) => this.socket.once("data", () => resolve())), this.closed]);
    }
    return this.received;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

export class Attacked implements AsyncDisposable {
  private readonly folder = mkdtempSync(join(tmpdir(), "p1-attacked-"));
  desk: DeskProcess;
  at = "";
  private readonly line: readonly string[];

  /** A device with {@link PASSWORD}; further options are of `npm start`. */
  static async start(engine: EngineName, ...more: readonly string[]): Promise<Attacked> {
    const device = new Attacked(engine, more);
    await device.listens();
    await device.desk.wrote(/The page's password was set\./);
    return device;
  }

  private constructor(engine: EngineName, more: readonly string[]) {
    this.line = ["--http", "0", "--engine", engine, "--state", this.folder, ...more];
    this.desk = new DeskProcess([...this.line, "--set", `login_password=${PASSWORD}`]);
  }

  private async listens(): Promise<void> {
    this.at = (await this.desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1];
    await statusOf(this.at, () => true); // With Wi-Fi it joins a network first.
  }

  get port(): number {
    return Number(new URL(this.at).port);
  }

  /** The power goes and comes back. */
  async restart(): Promise<void> {
    await this.desk.stop();
    this.desk = new DeskProcess(this.line);
    await this.listens();
  }

  async ask({ method, target }: Operation, headers: Record<string, string> = {}, body?: string): Promise<Response> {
    return fetch(`${this.at}${target}`, {
      method,
      headers,
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
  }

  connect(): Connection {
    return new Connection(this.port);
  }

  /** Sends bytes as they are; what came until the device closed, or was quiet because it waits for more. */
  async raw(bytes: string | Uint8Array): Promise<string> {
    using connection = this.connect();
    connection.socket.end(bytes);
    await connection.closed;
    return connection.received;
  }

  /** Everything that can be changed: all settings with their secrets, as the owner gets them. */
  async everything(): Promise<string> {
    const headers = { Authorization: OWNER };
    const body = JSON.stringify({ password: PASSWORD });
    const exported = await this.ask({ method: "POST", target: "/api/settings/export" }, headers, body);
    if (exported.status !== 200) {
      throw new Error(`The owner is refused: ${exported.status} ${await exported.text()}`);
    }
    const certificates = await this.ask({ method: "GET", target: "/api/certificates" }, headers);
    return (await exported.text()) + (await certificates.text());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.desk[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true });
  }
}
