/** The machine: an ESP32-C3 in QEMU, with Ethernet, the console on UART0, and UART1 at a TCP port. */

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** QEMU with Espressif's machines; what a distribution brings has none of them. */
const [PROGRAM = "", ...PROGRAM_OPTIONS] = (process.env.P1_QEMU ?? "qemu-system-riscv32").split(" ");
/** As the device sees this computer. */
export const HOST_ADDRESS = "10.0.2.2";

/** What is missing to run it, as a sentence; null when nothing is. */
export function missingForRun(): string | null {
  const { status, stdout } = spawnSync(PROGRAM, [...PROGRAM_OPTIONS, "-M", "help"], { encoding: "utf8" });
  if (status !== 0) {
    return `${PROGRAM} does not run: install Espressif's QEMU (python $IDF_PATH/tools/idf_tools.py install qemu-riscv32)`;
  }
  return /^esp32c3\b/m.test(stdout)
    ? null
    : `${PROGRAM} has no machine esp32c3: install Espressif's QEMU, or name one with it: P1_QEMU=/path/to/qemu-system-riscv32`;
}

/** Where the machine is reached on this computer. */
export interface Ports {
  readonly http: number;
  readonly uart: number;
  /** The device's telegram port: here, and as its setting has it. */
  readonly telegrams?: readonly [here: number, there: number];
}

/** A machine that runs. */
export class Machine {
  private readonly child: ChildProcess;
  private readonly ports: Ports;
  private line: Socket | null = null;
  private console: Socket | null = null;
  /** Ends when the machine does. */
  readonly ended: Promise<unknown>;

  /**
   * Switches it on.
   *
   * @param flash the file with its flash, which it writes too
   * @param shown takes what the console shows, as it comes
   */
  static async start(flash: string, ports: Ports, shown: (text: string) => void): Promise<Machine> {
    // QEMU connects to the console before it starts the chip, so that no line is lost.
    const console = createServer();
    console.listen(0, "127.0.0.1");
    await once(console, "listening");
    return new Machine(flash, ports, shown, console);
  }

  private constructor(flash: string, ports: Ports, shown: (text: string) => void, console: Server) {
    this.ports = ports;
    console.on("connection", (socket) => {
      this.console = socket;
      socket.setEncoding("utf8").on("data", shown);
      socket.on("error", () => undefined); // The machine was switched off.
    });
    const { http, uart, telegrams } = ports;
    const forwards = [[http, 80] as const, ...(telegrams === undefined ? [] : [telegrams])].map(
      ([here, there]) => `,hostfwd=tcp:127.0.0.1:${here}-:${there}`,
    );
    this.child = spawn(
      PROGRAM,
      [
        ...PROGRAM_OPTIONS,
        ...["-M", "esp32c3", "-display", "none", "-monitor", "none"],
        ...["-drive", `file=${flash},if=mtd,format=raw,cache=unsafe`],
        ...["-nic", `user,model=open_eth${forwards.join("")}`],
        ...["-serial", `tcp:127.0.0.1:${(console.address() as AddressInfo).port}`],
        ...["-serial", `tcp:127.0.0.1:${uart},server,nowait`],
        // Time in QEMU stands still when this computer is busy; the hardware's watchdogs don't know that.
        ...["-global", "driver=timer.esp32c3.timg,property=wdt_disable,value=true"],
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    this.child.stderr?.setEncoding("utf8").on("data", shown);
    this.ended = once(this.child, "close").then(() => console.close());
  }

  /** Sends bytes to UART1, as a meter does. */
  async send(bytes: Uint8Array): Promise<void> {
    if (this.line === null) {
      const line = connect(this.ports.uart, "127.0.0.1");
      await once(line, "connect");
      line.resume();
      line.on("error", () => undefined); // The machine was switched off.
      this.line = line;
    }
    this.line.write(bytes);
  }

  /** Types at the console. */
  type(text: string | Uint8Array): void {
    this.console?.write(text);
  }

  /** The power goes. */
  async stop(): Promise<void> {
    this.line?.destroy();
    this.child.kill();
    await this.ended;
  }
}
