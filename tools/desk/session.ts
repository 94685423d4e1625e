import type { Counter } from "../../ts/counts.ts";
import { Journal, type Outlet } from "./journal.ts";
import { Desk } from "./desk.ts";
import type { Failure } from "./failure.ts";
import { startInsideBroker, type InsideBroker } from "./inside-broker.ts";
import type { BrokerAddress, Options } from "./options.ts";
import { host as clock } from "./platform/clock.ts";
import { port } from "./platform/http.ts";
import { host as lights } from "./platform/lights.ts";
import { meterOf, settingsOf } from "./setup.ts";
import type { Status } from "./status.ts";

/** What the device counts, in the words and in the order in which it is shown. */
const COUNTERS: readonly (readonly [words: string, counter: Counter])[] = [
  ["telegrams received", "received"],
  ["refused", "errors"],
  ["simulated", "simulated"],
  ["sent", "sent"],
  ["publications", "published"],
  ["lines skipped", "skipped-lines"],
];

/** Where a session tells what happens. */
export interface SessionListener {
  readonly outlet: Outlet;
  /** Lines for whoever started the desk: the engine, the broker's address. */
  readonly say: (line: string) => void;
  /** The device can't go on. */
  readonly failed: (failure: Failure) => void;
}

/** What a session has beside the device. */
interface SessionParts {
  readonly journal: Journal;
  readonly meter: string;
  readonly broker: BrokerAddress;
  /** Where a browser finds the page. */
  readonly page: string;
  readonly inside: InsideBroker | null;
}

/** One run of the desk: the device, its meter, its broker, and what there is to see of them. */
export class Session {
  readonly desk: Desk;
  readonly journal: Journal;
  private readonly parts: SessionParts;

  /** Starts the broker inside, if there is to be one, and the device. */
  static async start(options: Options, { outlet, say, failed }: SessionListener): Promise<Session> {
    const journal = new Journal(options.verbose, outlet);
    const meter = meterOf(options, { failed, changed: journal.logged });
    const inside = options.broker === undefined ? await startInsideBroker() : null;
    const broker = options.broker ?? { host: "127.0.0.1", port: inside?.port ?? 0, tls: false, user: "", password: "" };
    try {
      const desk = await Desk.start({
        engine: options.engine,
        wire: meter.wire,
        settings: settingsOf(options, broker),
        http: options.http,
        air: options.wifi,
        state: options.state,
        published: journal.published,
        logged: journal.logged,
        say,
        failed,
      });
      const page = pageUrl(options.http.address);
      say(`broker: ${urlOf(broker)}\nlook:   ${lookAt(broker)}\npage:   ${page}`);
      return new Session(desk, { journal, meter: meter.name, broker, page, inside });
    } catch (error) {
      await inside?.close();
      throw error;
    }
  }

  private constructor(desk: Desk, parts: SessionParts) {
    this.desk = desk;
    this.journal = parts.journal;
    this.parts = parts;
  }

  /** All that there is to see at this moment. */
  status(): Status {
    return {
      engine: this.desk.engineName,
      broker: urlOf(this.parts.broker),
      look: lookAt(this.parts.broker),
      page: this.parts.page,
      meter: this.parts.meter,
      now: clock.now(),
      lights: lights.colours(),
      counters: COUNTERS.map(([words, counter]) => [words, this.desk.counter(counter)] as const),
      values: this.journal.values,
      log: this.journal.log,
    };
  }

  /** Switches everything off, the device first. */
  async stop(): Promise<void> {
    await this.desk.stop();
    await this.parts.inside?.close();
  }
}

/** The broker's address, without the password. */
function urlOf({ host, port, tls, user }: BrokerAddress): string {
  const login = user === "" ? "" : `${encodeURIComponent(user)}@`;
  return `${tls ? "mqtts" : "mqtt"}://${login}${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Where a browser on this computer finds the device. */
function pageUrl(address: string): string {
  const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port()}/`;
}

function lookAt({ host, port, user }: BrokerAddress): string {
  const login = user === "" ? "" : ` -u ${user} -P …`;
  return `mosquitto_sub -h ${host} -p ${port}${login} -v -t '#'`;
}
