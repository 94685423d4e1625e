import koffi from "koffi";
import { utf8, type Bytes } from "ts2c";
import type { NamesEvent } from "../../../ts/platform/names.ts";
import type { Counter } from "../../../ts/counts.ts";
import type * as device from "../../../ts/device.ts";
import type { BrokerEvent } from "../../../ts/platform/broker.ts";
import type { HttpEvent, Method } from "../../../ts/platform/http.ts";
import type { NetworkEvent } from "../../../ts/platform/network.ts";
import type { UpdateEvent } from "../../../ts/platform/update.ts";
import { startEngine, type EngineName } from "../../../tools/desk/engine/engine.ts";
import { host as broker } from "../../../tools/desk/platform/broker.ts";
import { host as clock } from "../../../tools/desk/platform/clock.ts";
import { host as console } from "../../../tools/desk/platform/console.ts";
import { host as datagrams } from "../../../tools/desk/platform/datagrams.ts";
import { host as http, port } from "../../../tools/desk/platform/http.ts";
import { host as lights } from "../../../tools/desk/platform/lights.ts";
import { host as log } from "../../../tools/desk/platform/log.ts";
import { host as names } from "../../../tools/desk/platform/names.ts";
import { host as network } from "../../../tools/desk/platform/network.ts";
import { host as serial } from "../../../tools/desk/platform/serial.ts";
import { host as storage } from "../../../tools/desk/platform/settings.ts";
import { host as system } from "../../../tools/desk/platform/system.ts";
import { Requests } from "./requests.ts";
import { telegram as telegramOf } from "./telegrams.ts";

/** A message that the broker took. */
export interface Message {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
  readonly qos: number;
  /** Milliseconds since the device was switched on. */
  readonly at: number;
  /** How many connections there were before. */
  readonly connection: number;
}

/** The telegram with these lines and its CRC, or the one that is given. */
export function telegram(lines: readonly string[], crc?: string): string {
  const right = telegramOf(lines, "ISK5\\2M550T-1012");
  return crc === undefined ? right : right.replace(/![0-9A-F]{4}\r\n$/, `!${crc}\r\n`);
}

const text = (bytes: Bytes): string => Buffer.from(bytes).toString("utf8");

/** The folder in which settings are kept, whether the network is there, and whether settings are handed in beside the kept ones. */
interface Start {
  readonly state: string | undefined;
  readonly joined: boolean;
  readonly handsIn: boolean;
}

let devices = 0;

/** A device fresh from power-up, alone with the test: its drivers do what the test says. */
export class Bench {
  readonly messages: Message[] = [];
  readonly log: string[] = [];
  readonly written: Buffer[] = [];
  /** What the device told the broker in each attempt to connect. */
  readonly attempts: {
    readonly host: string;
    readonly port: number;
    readonly security: string;
    readonly name: string;
    readonly clientId: string;
    readonly user: string;
  }[] = [];
  /** The last will as of now, topic and payload. */
  will: readonly [string, string] = ["", ""];
  /** The topics that the device asked for. */
  readonly subscriptions: string[] = [];
  /** How many more messages the broker takes before it is full. */
  room = Infinity;
  disconnects = 0;
  /** What the device told the network: each attempt, how often to reset, and the address, mask, router and name server. */
  readonly joins: { readonly name: string; readonly password: string }[] = [];
  resets = 0;
  /** The device's own access point, while it is open, and how many are at it. */
  accessPoint: { readonly name: string; readonly password: string } | null = null;
  guests = 0;
  refusesAccessPoint = false;
  address: readonly number[] = [];
  /** Whether a reader at the second port asks for data. */
  requested = true;
  /** The messages that the broker still has to acknowledge, oldest first. */
  readonly unacknowledged: number[] = [];
  private lastId = 0;
  private now = 0;
  private connections = 0;
  private readonly device: typeof device;
  /** The names that the device asked the home for. */
  readonly asked: string[] = [];
  /** Who answers to the device's own name: an address, 0 for nobody; null while that doesn't show. */
  namesake: number | null = 0;
  private requester: Requests | null = null;

  /** `state` is the folder in which settings are kept. */
  static async create(
    settings: Readonly<Record<string, string>> = {},
    engine: EngineName = "ts",
    state?: string,
    { joined = true, handsIn = true }: Partial<Pick<Start, "joined" | "handsIn">> = {},
  ): Promise<Bench> {
    devices++;
    if (engine === "c") {
      koffi.reset(); // What the engine before this one told it is told again.
    }
    const fresh = `../../../ts/device.ts?device=${devices}`;
    const { entries } = await startEngine<typeof device>({
      wanted: engine,
      module: "device",
      typescript: () => import(fresh) as Promise<typeof device>,
      say: () => undefined,
    });
    return new Bench(entries, settings, { state, joined, handsIn });
  }

  private constructor(module: typeof device, settings: Readonly<Record<string, string>>, how: Start) {
    this.device = module;
    clock.drive(Date.parse("2026-01-05T12:00:00Z"));
    system.setRandom(1);
    system.setChipId(0x0a0b0c);
    log.listen((level, line) => this.log.push(`${level}: ${line}`));
    serial.attach({
      start: (baud, frame, crossed) => this.log.push(`serial ${baud} ${frame}${crossed ? " crossed" : ""}`),
      write: (bytes) => this.written.push(Buffer.from(bytes)) > 0,
      requested: () => this.requested,
      dataRequest: (wanted) => this.log.push(`data request ${wanted}`),
      close: () => undefined,
    });
    broker.replace({
      lastWill: (topic, payload) => (this.will = [text(topic), text(payload)]),
      connect: (host, port, security, name, clientId, user) => {
        this.attempts.push({
          ...{ host: text(host), port, security, name: text(name) },
          ...{ clientId: text(clientId), user: text(user) },
        });
      },
      publish: (topic, payload, retain, qos) => {
        if (this.room <= 0) {
          return false;
        }
        this.room--;
        const [at, connection] = [this.now, this.connections];
        this.messages.push({ topic: text(topic), payload: text(payload), retain, qos, at, connection });
        return true;
      },
      deliver: (topic, payload) => {
        if (this.room <= 0) {
          return 0;
        }
        this.room--;
        this.lastId++;
        this.unacknowledged.push(this.lastId);
        const [at, connection] = [this.now, this.connections];
        this.messages.push({ topic: text(topic), payload: text(payload), retain: false, qos: 1, at, connection });
        return this.lastId;
      },
      subscribe: (topic) => this.subscriptions.push(text(topic)) > 0,
      disconnect: () => this.disconnects++,
    });
    names.replace({
      lookUp: (host) => {
        this.asked.push(text(host));
      },
    });
    network.replace({
      setAddress: (...numbers) => {
        this.address = numbers;
      },
      join: (name, password) => this.joins.push({ name: text(name), password: text(password) }),
      reset: () => this.resets++,
      openAccessPoint: (name, password) => {
        if (!this.refusesAccessPoint) {
          this.accessPoint = { name: text(name), password: text(password) };
        }
        return !this.refusesAccessPoint;
      },
      closeAccessPoint: () => {
        this.accessPoint = null;
      },
      guests: () => this.guests,
    });
    datagrams.replace({
      open: () => true,
      close: () => undefined,
      receive: () => 0,
      answer: () => undefined,
      send: () => true,
    });
    storage.attach((event) => {
      if (event.kind === "settings") {
        this.device.onSettings(event.event);
      }
    }, how.state);
    const given: Readonly<Record<string, string>> = how.handsIn
      ? { broker_host: "broker", discovery: "off", ...settings }
      : {};
    for (const [name, value] of Object.entries(given)) {
      this.configure(name, value);
    }
    this.device.start();
    if (how.joined) {
      this.network("up");
    }
  }

  configure(name: string, value: string): string {
    return this.device.configure(utf8(name), utf8(value));
  }

  /** The broker acknowledges the oldest message that waits for it. False when none does. */
  acknowledge(): boolean {
    const id = this.unacknowledged.shift();
    if (id !== undefined) {
      this.device.onDelivered(id);
    }
    return id !== undefined;
  }

  /** Time passes, with the ticks that belong to it. */
  async pass(milliseconds: number, tick = 100): Promise<void> {
    for (const end = this.now + milliseconds; this.now < end;) {
      const step = Math.min(tick, end - this.now);
      await clock.advance(step, () => Promise.resolve());
      this.now += step;
      this.device.onTick();
    }
  }

  /** The answer to the question for a name in the home. */
  name(event: NamesEvent, address: number): void {
    this.device.onNames(event, address);
  }

  /** A line typed at the console; what is answered, a byte a character where `encoding` says so. */
  type(line: string | Uint8Array, encoding: "utf8" | "latin1" = "utf8"): string {
    const bytes = Buffer.from(line as string);
    let printed = "";
    console.listen((piece) => {
      printed += Buffer.from(piece).toString(encoding);
    });
    this.device.onConsole(bytes);
    bytes.fill(0xa5);
    return printed;
  }

  /** The hash that the device waits for. */
  derived(hash: Bytes): void {
    this.device.onDerived(hash);
  }

  hear(bytes: string | Uint8Array): void {
    const chunk = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);
    this.device.onSerial(chunk);
    chunk.fill(0xa5); // What a driver lends may be anything afterwards.
  }

  broker(event: BrokerEvent): void {
    if (event === "connected") {
      this.connections++;
    }
    this.device.onBroker(event);
  }

  /** A message from the broker. */
  send(topic: string, payload: string | Uint8Array, retained = false): void {
    const bytes = Buffer.from(payload as string);
    this.device.onMessage(utf8(topic), bytes, retained);
    bytes.fill(0xa5);
  }

  /** A request, with the lines of its head. */
  request(id: number, method: Method, path: string, fields: Bytes, length = 0): void {
    this.device.onRequest(id, method, utf8(path), fields, length, false);
  }

  /** Requests whose answers come at once. */
  get requests(): Requests {
    this.requester ??= new Requests(this.device);
    return this.requester;
  }

  /** What follows a request. */
  http(id: number, event: HttpEvent): void {
    this.device.onHttp(id, event, utf8(""));
  }

  /** What the device's HTTP interface answers. */
  async get(path: string): Promise<string> {
    http.attach((event) => {
      if (event.kind === "request") {
        this.device.onRequest(event.id, event.method, event.path, event.fields, event.length, false);
      } else if (event.kind === "http") {
        this.device.onHttp(event.id, event.event, event.bytes);
      }
    });
    if (port() === 0) {
      await http.listen({ address: "127.0.0.1", port: 0, orFree: false });
    }
    return (await fetch(`http://127.0.0.1:${port()}${path}`)).text();
  }

  /** The power goes. */
  stop(): void {
    this.device.stop();
  }

  network(event: NetworkEvent): void {
    const before = this.asked.length;
    this.device.onNetwork(event);
    if (this.asked.length > before && this.namesake !== null) {
      this.device.onNames(this.namesake === 0 ? "not-found" : "found", this.namesake);
    }
  }

  /** The answer to a call of the update driver. */
  update(event: UpdateEvent): void {
    this.device.onUpdate(event);
  }

  counter(which: Counter): number {
    return this.device.counter(which);
  }

  lights(): string[] {
    return lights.colours().map(({ red, green, blue }) => `${red},${green},${blue}`);
  }

  /** The readings that were published since the last call, without what the device says of itself. */
  takeReadings(): Record<string, string> {
    const taken = this.messages
      .splice(0)
      .filter(({ topic }) => !/\/(sensor|availability|p1_meter_[0-9a-f]{6})\/|\/history$/.test(topic));
    return Object.fromEntries(taken.map(({ topic, payload }) => [topic, payload]));
  }
}

/** A device that is connected to its broker. */
export async function connectedBench(
  settings: Readonly<Record<string, string>> = {},
  engine: EngineName = "ts",
): Promise<Bench> {
  const bench = await Bench.create(settings, engine);
  await bench.pass(100);
  bench.broker("connected");
  return bench;
}
