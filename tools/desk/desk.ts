import type { Counter } from "../../ts/counts.ts";
import type * as device from "../../ts/device.ts";
import { panicOf, startEngine, type Engine, type EngineName } from "./engine/engine.ts";
import { EventQueue, type DeviceEvent } from "./events.ts";
import { Failure, messageOf } from "./failure.ts";
import { COMMAND, DEVICE } from "./place.ts";
import { disconnect, host as broker } from "./platform/broker.ts";
import { host as clock } from "./platform/clock.ts";
import { host as console } from "./platform/console.ts";
import { host as datagrams } from "./platform/datagrams.ts";
import { close as closeDownload, host as download } from "./platform/download.ts";
import { host as http } from "./platform/http.ts";
import { host as log } from "./platform/log.ts";
import { host as names } from "./platform/names.ts";
import { closeAccessPoint, leave, host as network, type HeardWifi } from "./platform/network.ts";
import { host as passwords } from "./platform/passwords.ts";
import { host as serial } from "./platform/serial.ts";
import { host as system } from "./platform/system.ts";
import { host as settings } from "./platform/settings.ts";
import { host as update } from "./platform/update.ts";
import { host as sockets } from "./platform/sockets.ts";
import type { Receive, Wire } from "./serial/wire.ts";

/** The entries of `ts/device.ts`, in either engine. */
type Entries = typeof device;

/** An address of this computer, and a TCP port; port 0 means one that is free. */
export interface ListenAddress {
  readonly address: string;
  readonly port: number;
  /** Whether one that is free will do where another program has the port. */
  readonly orFree: boolean;
}

/** What a desk is set up with. */
export interface DeskOptions {
  readonly engine: EngineName | undefined;
  /** Makes what the serial port is wired to. */
  readonly wire: (receive: Receive) => Wire;
  /** Settings of the device, by name, in the order in which they are handed in. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  /** Where the HTTP server listens. */
  readonly http: ListenAddress;
  /** The folder that keeps what survives a restart. */
  readonly state: string | undefined;
  /** Hears each message that goes to the broker. */
  readonly published: (topic: string, payload: string) => void;
  /** The networks that the device hears; null where it has a cable. */
  readonly air: readonly HeardWifi[] | null;
  /** Hears each line of the log. */
  readonly logged: Parameters<typeof log.listen>[0];
  /** Hears what the engine says while it starts, and that the device can't go on. */
  readonly say: (line: string) => void;
  readonly failed: (failure: Failure) => void;
}

const TICK_MILLISECONDS = 100;

/** The device on a desk: an engine, the drivers, and the one queue between them. */
export class Desk {
  private readonly options: DeskOptions;
  private readonly wire: Wire;
  private readonly queue: EventQueue;
  private engine: Engine<Entries>;
  private stopped = false;
  /** Switched off, but for what it still has to write. */
  private leaving = false;
  /** Between two lives of the device nothing of it runs. */
  private restarting = false;
  /** How often the device started. */
  private starts = 0;

  /** Loads the engine, hands the settings in and switches the device on. */
  static async start(options: DeskOptions): Promise<Desk> {
    const desk = new Desk(options, await load(options, 0));
    await http.listen(options.http);
    options.say(`engine: ${desk.engineName}`);
    desk.powerUp();
    desk.tick();
    return desk;
  }

  private constructor(options: DeskOptions, engine: Engine<Entries>) {
    this.options = options;
    this.engine = engine;
    this.queue = new EventQueue((event) => {
      if (!this.leaving || event.kind === "settings") {
        this.run(() => this.handle(event));
      }
    });
    broker.attach(this.queue.post, options.published);
    network.attach(this.queue.post, (line) => options.logged("info", line));
    network.hear(options.air);
    console.attach(this.queue.post);
    names.attach(this.queue.post, { show: !isOwn(options.http.address) });
    http.attach(this.queue.post);
    update.attach(this.queue.post, options.state);
    download.attach(this.queue.post);
    passwords.attach(this.queue.post);
    settings.attach(this.queue.post, options.state);
    system.onRestart(() => {
      this.restart().catch((error: unknown) => options.failed(failureOf(error)));
    });
    this.wire = options.wire((bytes) => this.queue.post({ kind: "serial", bytes }));
    serial.attach(this.wire);
    sockets.attach(this.queue.post);
    datagrams.attach((line) => options.logged("info", line));
  }

  private powerUp(): void {
    update.boot();
    this.run(() => {
      configure(this.engine.entries, this.options);
      this.engine.entries.start();
    });
  }

  /** The device restarts: whatever it knew is gone, and nothing that was under way comes back to it. */
  private async restart(): Promise<void> {
    if (this.stopped || this.restarting) {
      return;
    }
    this.run(() => this.engine.entries.stop());
    this.restarting = true;
    disconnect();
    leave();
    closeAccessPoint();
    datagrams.close();
    names.forget();
    closeDownload();
    http.drop();
    this.starts++;
    this.engine = await load({ ...this.options, engine: this.engineName }, this.starts);
    this.queue.clear();
    this.restarting = false;
    this.powerUp();
  }

  get engineName(): EngineName {
    return this.engine.name;
  }

  /** What the device counts. */
  counter(which: Counter): number {
    return this.stopped || this.restarting ? 0 : this.engine.entries.counter(which);
  }

  /** Moves a driven clock on while the device follows. */
  advance(milliseconds: number): Promise<void> {
    return clock.advance(milliseconds, () => this.settle());
  }

  /** Switches the device off; what is on its way to the broker still goes there. */
  async stop(): Promise<void> {
    this.run(() => this.engine.entries.stop());
    this.leaving = true;
    this.wire.close();
    names.close();
    closeDownload();
    sockets.close();
    datagrams.close();
    await http.close();
    await broker.finish();
    while (settings.isWriting()) {
      await settings.finish();
      await new Promise((resolve) => setImmediate(resolve)); // The device hears of it, and may have more to write.
    }
    this.stopped = true;
  }

  private tick(): void {
    if (!this.stopped && !this.leaving) {
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
        return entries.onNetwork(event.event);
      case "names":
        return entries.onNames(event.event, event.address);
      case "console":
        return entries.onConsole(event.line);
      case "request":
        return entries.onRequest(event.id, event.method, event.path, event.fields, event.length, event.isGuest);
      case "http":
        return entries.onHttp(event.id, event.event, event.bytes);
      case "update":
        return entries.onUpdate(event.event);
      case "download":
        return entries.onDownload(event.id, event.event, event.bytes);
      case "derived":
        return entries.onDerived(event.hash);
      case "settings":
        return entries.onSettings(event.event);
      case "broker":
        return entries.onBroker(event.event);
      case "sockets":
        return entries.onSockets(event.event);
      case "delivered":
        return entries.onDelivered(event.id);
      case "message":
        return entries.onMessage(event.topic, event.payload, event.retained);
    }
  }

  /** Runs something of the device. After a panic nothing of it runs any more. */
  private run(action: () => void): void {
    if (this.stopped || this.restarting) {
      return;
    }
    try {
      action();
    } catch (error) {
      this.stopped = true;
      this.options.failed(failureOf(error));
    }
  }
}

/** Loads the device anew, so that it begins as at power-up. */
async function load({ engine, say }: DeskOptions, starts: number): Promise<Engine<Entries>> {
  const typescript = starts === 0 ? DEVICE : `${DEVICE}?start=${starts}`;
  if (starts > 0 && engine === "c") {
    (await import("koffi")).default.reset(); // What the engine before this one told it is told again.
  }
  return startEngine<Entries>({
    wanted: engine,
    module: "device",
    typescript: () => import(typescript) as Promise<Entries>,
    say,
  });
}

/** Whether only this computer reaches the address. */
function isOwn(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
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
      const hint = result === "unknown-name" ? ` \`${COMMAND} --set list\` names them.` : "";
      throw new Failure(`${sentence}${hint}`, 2);
    }
  }
  log.listen(options.logged);
}
