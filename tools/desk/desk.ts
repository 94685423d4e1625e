import type * as device from "../../ts/device.ts";
import { panicOf, startEngine, type Engine, type EngineName } from "./engine/engine.ts";
import { EventQueue, type DeviceEvent } from "./events.ts";
import { Failure, messageOf } from "./failure.ts";
import { host as broker } from "./platform/broker.ts";
import { host as clock } from "./platform/clock.ts";
import { host as log } from "./platform/log.ts";
import { host as serial } from "./platform/serial.ts";
import type { Receive, Wire } from "./serial/wire.ts";

/** The entries of `ts/device.ts`, in either engine. */
type Entries = typeof device;

/** What a desk is set up with. */
export interface DeskOptions {
  readonly engine: EngineName | undefined;
  /** Makes what the serial port is wired to. */
  readonly wire: (receive: Receive) => Wire;
  /** Settings of the device, by name, in the order in which they are handed in. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  /** Hears each message that goes to the broker. */
  readonly published: (topic: string, payload: string) => void;
  /** Hears each line of the log. */
  readonly logged: Parameters<typeof log.listen>[0];
  /** Hears what the engine says while it starts, and that the device can't go on. */
  readonly say: (line: string) => void;
  readonly failed: (failure: Failure) => void;
}

const TICK_MILLISECONDS = 100;

/** The device on a desk: an engine, the drivers, and the one queue between them. */
export class Desk {
  private readonly engine: Engine<Entries>;
  private readonly wire: Wire;
  private readonly queue: EventQueue;
  private readonly failed: (failure: Failure) => void;
  private stopped = false;

  /** Loads the engine, hands the settings in and switches the device on. */
  static async start(options: DeskOptions): Promise<Desk> {
    const engine = await startEngine<Entries>({
      wanted: options.engine,
      module: "device",
      typescript: () => import("../../ts/device.ts"),
      say: options.say,
    });
    const desk = new Desk(engine, options);
    options.say(`engine: ${engine.name}`);
    desk.run(() => {
      configure(engine.entries, options);
      engine.entries.start();
    });
    desk.queue.post({ kind: "network", state: "up" });
    desk.tick();
    return desk;
  }

  private constructor(engine: Engine<Entries>, options: DeskOptions) {
    this.engine = engine;
    this.failed = options.failed;
    this.queue = new EventQueue((event) => this.run(() => this.handle(event)));
    broker.attach(this.queue.post, options.published);
    this.wire = options.wire((bytes) => this.queue.post({ kind: "serial", bytes }));
    serial.attach(this.wire);
  }

  get engineName(): EngineName {
    return this.engine.name;
  }

  /** What the device counts. */
  counter(which: device.Counter): number {
    return this.stopped ? 0 : this.engine.entries.counter(which);
  }

  /** Moves a driven clock on while the device follows. */
  advance(milliseconds: number): Promise<void> {
    return clock.advance(milliseconds, () => this.settle());
  }

  /** Switches the device off; what is on its way to the broker still goes there. */
  async stop(): Promise<void> {
    this.run(() => this.engine.entries.stop());
    this.stopped = true;
    this.wire.close();
    await broker.finish();
  }

  private tick(): void {
    if (!this.stopped) {
      this.queue.post({ kind: "tick" });
      clock.after(TICK_MILLISECONDS, () => this.tick());
    }
  }

  /** Waits until the device has handled what is there, and the broker has what the device sent. */
  private async settle(): Promise<void> {
    do {
      await new Promise((resolve) => setImmediate(resolve));
    } while (!this.stopped && (!this.queue.idle || broker.busy()));
  }

  private handle(event: DeviceEvent): void {
    const entries = this.engine.entries;
    switch (event.kind) {
      case "serial":
        return entries.onSerial(event.bytes);
      case "tick":
        return entries.onTick();
      case "network":
        return entries.onNetwork(event.state);
      case "broker":
        return entries.onBroker(event.event);
      case "message":
        return entries.onMessage(event.topic, event.payload, event.retained);
    }
  }

  /** Runs something of the device. After a panic nothing of it runs any more. */
  private run(action: () => void): void {
    if (this.stopped) {
      return;
    }
    try {
      action();
    } catch (error) {
      this.stopped = true;
      this.failed(failureOf(error));
    }
  }
}

function failureOf(error: unknown): Failure {
  const panic = panicOf(error);
  if (panic !== null) {
    return new Failure(panic, 70);
  }
  return error instanceof Failure
    ? error
    : new Failure(error instanceof Error ? String(error.stack) : messageOf(error));
}

/** Hands the settings in. What is wrong with a value, the device writes to its log: that is the sentence. */
function configure(entries: Entries, options: DeskOptions): void {
  let sentence = "";
  log.listen((_level, message) => {
    sentence = message;
  });
  const encoder = new TextEncoder();
  for (const [name, value] of options.settings) {
    const result = entries.configure(encoder.encode(name), encoder.encode(value));
    if (result !== "ok") {
      const hint = result === "unknown-name" ? " `npm start -- --set list` names them." : "";
      throw new Failure(`${sentence}${hint}`, 2);
    }
  }
  log.listen(options.logged);
}
