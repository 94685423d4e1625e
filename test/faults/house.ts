/** The house around the device: a clock, its network and its broker, as the drivers show them. */

import { utf8, type Bytes } from "ts2c";
import type { BrokerEvent } from "../../ts/platform/broker.ts";
import type { NetworkEvent } from "../../ts/platform/network.ts";
import type { Random } from "../differential/random.ts";
import type { Entries } from "./engine.ts";
import { must } from "./judge.ts";

/** How the broker behaves. `deaf`: what comes arrives nowhere, and it says nothing; after a while the connection breaks. */
export type BrokerMode = "good" | "unreachable" | "refused" | "wrong-login" | "timeout" | "deaf";

export type NetworkMode = "good" | "not-found" | "no-address" | "no-cable";

const PORT = 1883;
/** How long the driver waits for a broker that does not answer, and for one that fell silent. */
const CONNECT_TIMEOUT_MS = 10_000;
const DEAF_MS = 45_000;

const text = (bytes: Bytes): string => Buffer.from(bytes).toString("utf8");

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

/** Time, and what waits for it. */
export class Clock {
  now = 0;
  /** Milliseconds and seconds as the drivers tell them: they start anywhere. */
  readonly offset: number;
  utcAtZero: number;
  private timers: Timer[] = [];

  constructor(offset: number, utcAtZero: number) {
    this.offset = offset;
    this.utcAtZero = utcAtZero;
  }

  millis(): number {
    return (this.now + this.offset) >>> 0;
  }

  utc(): number {
    return this.utcAtZero + Math.floor(this.now / 1000);
  }

  after(milliseconds: number, action: () => void): void {
    this.timers.push({ at: this.now + milliseconds, action });
  }

  /** Does what is due, one after the other. */
  run(): void {
    while (this.timers.length > 0) {
      let first = 0;
      for (let i = 1; i < this.timers.length; i++) {
        first = this.timers[i].at < this.timers[first].at ? i : first;
      }
      if (this.timers[first].at > this.now) {
        return;
      }
      const [timer] = this.timers.splice(first, 1);
      timer?.action();
    }
  }

  /** Nothing waits any more: the power is gone. */
  clear(): void {
    this.timers = [];
  }
}

/** A message that the device hands to the broker's driver. */
export interface Message {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
  readonly qos: number;
}

/** The network and the broker. */
export class House {
  readonly clock: Clock;
  private readonly random: Random;
  device: Entries | null = null;
  brokerMode: BrokerMode = "good";
  networkMode: NetworkMode = "good";
  /** How many messages the outbox has room for; whether and after how long the broker acknowledges. */
  room = Infinity;
  acknowledges = true;
  acknowledgeMs = 50;
  /** What the broker keeps, and what it was sent last on each topic. */
  readonly retained = new Map<string, string>();
  readonly newest = new Map<string, string>();
  networkUp = false;
  connected = false;
  /** Which attempt it is: answers to another one come too late. */
  private joining = 0;
  private connecting = 0;
  private lastId = 0;
  private willOfNext: readonly [string, string] = ["", ""];
  private will: readonly [string, string] = ["", ""];
  /** Whether the driver refused anything since that was last asked. */
  refused = false;
  /** What others want to hear of. */
  onMessage: (message: Message) => void = () => undefined;
  onDeliver: (id: number, payload: string) => void = () => undefined;
  onDelivered: (id: number) => void = () => undefined;
  onConnection: (connected: boolean) => void = () => undefined;

  constructor(random: Random, clock: Clock) {
    this.random = random;
    this.clock = clock;
  }

  readonly network = {
    kind: (): string => "wired",
    setHostName: (): void => undefined,
    setAddress: (): void => undefined,
    join: (): void => {
      const attempt = ++this.joining;
      const { networkMode: mode } = this;
      this.clock.after(mode === "no-address" ? 3000 : 200 + this.random.below(800), () => {
        if (attempt === this.joining) {
          this.answerJoin(mode === this.networkMode ? mode : this.networkMode);
        }
      });
    },
    leave: (): void => this.leaveNetwork(),
    reset: (): void => this.leaveNetwork(),
    address: (): number => (this.networkUp ? 0xc0a80102 : 0),
    signal: (): number => 0,
    scan: (): void => undefined,
    foundCount: (): number => 0,
    foundName: (): number => 0,
    foundSignal: (): number => 0,
    foundLocked: (): boolean => false,
    accessPointAddress: (): number => 0xc0a80401,
    openAccessPoint: (): boolean => false,
    closeAccessPoint: (): void => undefined,
    guests: (): number => 0,
  };

  readonly broker = {
    lastWill: (topic: Bytes, payload: Bytes): void => {
      this.willOfNext = [text(topic), text(payload)];
    },
    connect: (_host: Bytes, port: number): void => this.connect(port === PORT),
    publish: (topic: Bytes, payload: Bytes, retain: boolean, qos: number): boolean => {
      if (!this.takes()) {
        return false;
      }
      this.take({ topic: text(topic), payload: text(payload), retain, qos });
      return true;
    },
    deliver: (topic: Bytes, payload: Bytes): number => {
      if (!this.takes()) {
        return 0;
      }
      this.lastId = (this.lastId % 65_535) + 1;
      const id = this.lastId;
      this.take({ topic: text(topic), payload: text(payload), retain: false, qos: 1 });
      this.onDeliver(id, text(payload));
      this.acknowledge(id, this.connecting);
      return id;
    },
    subscribe: (): boolean => this.takes(),
    disconnect: (): void => {
      this.connecting++;
      this.endConnection(false);
    },
  };

  private answerJoin(mode: NetworkMode): void {
    this.networkUp = mode === "good";
    const event: NetworkEvent = mode === "good" ? "up" : mode;
    this.device?.onNetwork(event);
    if (mode === "good") {
      this.clock.after(500, () => this.device?.onNames("not-found", 0));
    }
  }

  private leaveNetwork(): void {
    this.joining++;
    this.networkUp = false;
    this.connecting++;
    this.endConnection(true);
  }

  /** The network breaks, and is found again when it is good. */
  loseNetwork(mode: NetworkMode): void {
    this.networkMode = mode;
    if (this.networkUp) {
      this.networkUp = false;
      this.connecting++;
      this.endConnection(true);
      this.device?.onNetwork("down");
    }
  }

  /** With another port than the broker's nobody is there. */
  private connect(isThere: boolean): void {
    const attempt = ++this.connecting;
    this.will = this.willOfNext;
    const { brokerMode: mode } = this;
    const silent = isThere && (mode === "timeout" || mode === "deaf");
    this.clock.after(silent ? CONNECT_TIMEOUT_MS : 20 + this.random.below(400), () => {
      if (attempt !== this.connecting) {
        return;
      }
      if (!isThere) {
        this.device?.onBroker("unreachable");
      } else if (this.brokerMode === "good") {
        this.connected = true;
        this.onConnection(true);
        this.device?.onBroker("connected");
      } else {
        this.device?.onBroker(this.brokerMode === "deaf" ? "timeout" : this.brokerMode);
      }
    });
  }

  /** Whether the driver takes a message now. */
  private takes(): boolean {
    if (!this.connected || this.room <= 0) {
      this.refused = true;
      return false;
    }
    this.room--;
    return true;
  }

  private take(message: Message): void {
    this.onMessage(message);
    this.newest.set(message.topic, message.payload);
    if (message.retain && this.brokerMode !== "deaf") {
      this.keep(message.topic, message.payload);
    }
  }

  private keep(topic: string, payload: string): void {
    if (payload === "") {
      this.retained.delete(topic);
    } else {
      this.retained.set(topic, payload);
    }
  }

  private acknowledge(id: number, connection: number): void {
    // Not always in the order in which they were sent.
    this.clock.after(this.acknowledgeMs * (1 + this.random.below(3)), () => {
      if (connection !== this.connecting || !this.connected) {
        return;
      }
      if (this.acknowledges && this.brokerMode === "good") {
        this.onDelivered(id);
        this.device?.onDelivered(id);
      } else {
        this.acknowledge(id, connection);
      }
    });
  }

  /** From now on the broker behaves so; a connection that can't stand is lost. */
  setBroker(mode: BrokerMode): void {
    const wasDeaf = this.brokerMode === "deaf";
    this.brokerMode = mode;
    if (mode === "deaf" && this.connected) {
      const connection = this.connecting;
      this.clock.after(DEAF_MS, () => {
        if (connection === this.connecting && this.connected && this.brokerMode === "deaf") {
          this.loseConnection();
        }
      });
    } else if (mode !== "good" || wasDeaf) {
      this.loseConnection(); // What was sent to deaf ears is lost with it.
    }
  }

  /** The connection breaks, and the broker says so on the device's behalf. */
  loseConnection(event: BrokerEvent = "lost"): void {
    if (this.connected) {
      this.connecting++;
      this.endConnection(true);
      this.device?.onBroker(event);
    }
  }

  private endConnection(breaks: boolean): void {
    if (!this.connected) {
      return;
    }
    this.connected = false;
    this.onConnection(false);
    if (breaks && this.will[0] !== "") {
      this.keep(this.will[0], this.will[1]);
    }
  }

  /** The power of the device goes. */
  powerCut(): void {
    this.clock.clear();
    this.joining++;
    this.connecting++;
    this.networkUp = false;
    this.endConnection(true);
    this.room = Infinity;
    this.refused = false;
  }

  /** Somebody publishes on the device's topic. */
  send(topic: string, payload: string): void {
    must(this.device !== null, () => "house: there is no device");
    if (this.connected && this.brokerMode === "good") {
      this.device.onMessage(utf8(topic), utf8(payload), false);
    }
  }
}
