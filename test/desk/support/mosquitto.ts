import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KeyPair } from "./authority.ts";

interface Login {
  readonly user: string;
  readonly password: string;
}

/** A real broker on a port of its own, which a test can kill and start again. */
export class Mosquitto implements AsyncDisposable {
  readonly port: number;
  private readonly address: string;
  private readonly folder: string;
  private child: ChildProcess | null = null;

  /**
   * Finds a free port and writes the configuration; `login` is demanded of every client if given, and `tls` offered,
   * `clients` the authority that signed its clients' certificates. */
  static async prepare(login?: Login, tls?: KeyPair, clients?: string): Promise<Mosquitto> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return new Mosquitto(port, login, tls, "127.0.0.1", clients);
  }

  /** Another one at the same port of another address of this computer. */
  static beside(other: Mosquitto, address: string): Mosquitto {
    return new Mosquitto(other.port, undefined, undefined, address);
  }

  private constructor(port: number, login?: Login, tls?: KeyPair, address = "127.0.0.1", clients?: string) {
    this.port = port;
    this.address = address;
    this.folder = mkdtempSync(join(tmpdir(), "p1-mosquitto-"));
    const lines = [`listener ${port} ${address}`, "persistence false", `allow_anonymous ${login === undefined}`];
    if (login !== undefined || tls !== undefined) {
      lines.push(`user ${process.env.USER ?? "root"}`); // Another one could not read these files.
    }
    if (tls !== undefined) {
      lines.push(`certfile ${tls.certificate}`, `keyfile ${tls.key}`);
    }
    if (clients !== undefined) {
      lines.push(`cafile ${clients}`, "require_certificate true");
    }
    if (login !== undefined) {
      const passwords = join(this.folder, "passwords");
      const made = spawnSync("mosquitto_passwd", ["-b", "-c", passwords, login.user, login.password]);
      if (made.status !== 0) {
        throw new Error(`mosquitto_passwd: ${made.stderr.toString()}`);
      }
      lines.push(`password_file ${passwords}`);
    }
    writeFileSync(join(this.folder, "mosquitto.conf"), `${lines.join("\n")}\n`);
  }

  /** Starts it and waits until it takes connections. */
  async start(): Promise<void> {
    this.child = spawn("mosquitto", ["-c", join(this.folder, "mosquitto.conf")], { stdio: "ignore" });
    while (!(await answers(this.port, this.address))) {
      if (this.child.exitCode !== null) {
        throw new Error(`mosquitto ended with status ${this.child.exitCode}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Kills it, as a power cut does. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child !== null && child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "close");
    }
  }

  /** Stops it in its tracks: connections stand, and nothing is answered. */
  pause(): void {
    this.child?.kill("SIGSTOP");
  }

  /** It goes on where it was stopped. */
  resume(): void {
    this.child?.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true });
  }
}

function answers(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
