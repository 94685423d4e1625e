import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A serial port that the test is the meter of. It needs python3, since Node can't make pseudo terminals. */
export class Pty implements AsyncDisposable {
  /** What the desk is given as `--serial`. */
  readonly path: string;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly closed: Promise<unknown>;

  static async open(): Promise<Pty> {
    const child = spawn("python3", [fileURLToPath(new URL("serial_port.py", import.meta.url))]);
    const closed = once(child, "close");
    const name = await Promise.race([once(child.stdout, "data"), closed.then(() => null)]);
    if (name === null) {
      throw new Error("The pseudo terminal ended at once.");
    }
    return new Pty(child, closed, String(name[0]).trim());
  }

  private constructor(child: ChildProcessWithoutNullStreams, closed: Promise<unknown>, path: string) {
    this.child = child;
    this.closed = closed;
    this.path = path;
  }

  /** What the meter sends. */
  send(bytes: Uint8Array): void {
    this.child.stdin.write(bytes);
  }

  /** Pulls the cable out. */
  async pullOut(): Promise<void> {
    this.child.kill();
    await this.closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.pullOut();
  }
}
