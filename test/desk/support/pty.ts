import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A serial port that the test is the meter of. It needs python3, since Node can't make pseudo terminals. */
export class Pty implements AsyncDisposable {
  /** What the desk is given as `--serial`. */
  readonly path: string;
  private readonly child: ChildProcessWithoutNullStreams;

  static async open(): Promise<Pty> {
    const child = spawn("python3", [fileURLToPath(new URL("pty.py", import.meta.url))]);
    const [name] = (await once(child.stdout, "data")) as [Buffer];
    return new Pty(child, name.toString().trim());
  }

  private constructor(child: ChildProcessWithoutNullStreams, path: string) {
    this.child = child;
    this.path = path;
  }

  /** What the meter sends. */
  send(bytes: Uint8Array): void {
    this.child.stdin.write(bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill();
      await once(this.child, "close");
    }
  }
}
