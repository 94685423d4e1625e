/** A device in its house: time passes, telegrams come, and whatever the device says is judged. */

import assert from "node:assert/strict";
import { utf8 } from "ts2c";
import { Random } from "../differential/random.ts";
import { DEFAULTS, type Beginning } from "./beginning.ts";
import { Chip } from "./chip.ts";
import type { Drivers, Engine, Entries } from "./engine.ts";
import { Clock, House, type Message } from "./house.ts";
import { Judge, must } from "./judge.ts";
import { Pace } from "./pace.ts";
import { Port } from "./port.ts";

const IDENTIFY_MS = 15_000;
/** What worked for so long is to work again after an update; without it, so long without a crash is enough. */
const LATELY_MS = 60_000;
const PATIENCE_MS = 600_000;

/** What was not published in time is seen as well a little later. */
const LOOKS_EACH = 4;

const COLOURS: Readonly<Record<string, string>> = {
  off: "0,0,0",
  red: "48,0,0",
  green: "2,12,2",
  blue: "0,0,16",
  yellow: "32,32,0",
};

/** Purple and blue, in turn. */
const RESTART_COLOURS = ["32,0,32", "0,0,16"];

/** One device, its house and its meter. */
export class World {
  readonly random: Random;
  readonly clock: Clock;
  readonly house: House;
  readonly chip: Chip;
  private readonly engine: Engine;
  readonly port: Port;
  readonly pace = new Pace();
  private readonly tick: number;
  judge: Judge;
  private running: Entries | null = null;
  settings = new Map<string, string>();
  /** Whether the device restarts in a moment, and until when its lights show where it is: then they show nothing else. */
  private restarts = false;
  private identifiesUntil = 0;
  private startedAt = 0;
  /** Since when the broker and the meter are there; what the last installation saw of them. */
  private connectedSince = Infinity;
  private meterSince = Infinity;
  private readonly wanted = { broker: false, meter: false };
  /** How often Home Assistant may have been told anew on this connection, and how often it was told of each entity. */
  private renewals = 0;
  private namesAtConnection = 0;
  private readonly told = new Map<string, number>();
  private root = "";
  private namesSeen = 0;
  private steps = 0;
  /** How long the last step was. */
  private stepped = 0;
  /** How many messages the device handed to the broker. */
  messages = 0;
  private readonly healing: { readonly at: number; readonly action: () => void }[] = [];

  constructor(engine: Engine, drivers: Drivers, { seed, tick, period, offset, utc }: Beginning) {
    this.random = new Random(seed);
    this.clock = new Clock(offset, utc);
    this.house = new House(this.random, this.clock);
    this.chip = new Chip(this.random, this.house, this.clock);
    this.engine = engine;
    this.tick = tick;
    this.port = new Port(this, period);
    this.judge = new Judge(0);
    Object.assign(drivers, this.chip.drivers());
    this.house.onMessage = (message) => this.hear(message);
    this.house.onDeliver = (id, payload) => this.judge.history.sent(id, payload);
    this.house.onDelivered = (id) => this.judge.history.delivered(id);
    this.house.onConnection = (connected) => this.noteConnection(connected);
    this.chip.onConfirm = () => this.lookAtConfirmation();
  }

  /** Begins: the device is set up by whoever has it in his hands. */
  async begin(first: Readonly<Record<string, string>>): Promise<void> {
    await this.powerUp();
    for (const [name, value] of Object.entries(first)) {
      this.configure(name, value);
    }
    await this.pass(2000);
  }

  /** The power comes. */
  async powerUp(): Promise<void> {
    const { now } = this.clock;
    this.settings = new Map(this.chip.flash.kept() ?? Object.entries(DEFAULTS));
    this.chip.settings = this.settings;
    this.judge = new Judge(now);
    this.startedAt = now;
    this.restarts = false;
    this.identifiesUntil = now;
    this.connectedSince = Infinity;
    this.meterSince = Infinity;
    this.running = await this.engine.powerUp();
    this.house.device = this.running;
    this.device.start();
    this.clock.after(3000, () => {
      this.chip.knowsTime = this.house.networkUp;
    });
  }

  /** The power goes, and comes again. */
  async powerCut(reason = "power"): Promise<void> {
    this.house.powerCut();
    this.chip.powerCut();
    this.chip.startReason = reason;
    this.judge.history.disconnected();
    await this.powerUp();
    this.lookAtSettings();
  }

  configure(name: string, value: string): void {
    const before = this.settings.get(name);
    this.settings.set(name, value);
    this.renewals++;
    this.pace.disturb(this.clock.now);
    const result = this.device.configure(utf8(name), utf8(value));
    assert.equal(result, "ok", `${name}=${value}, before ${before ?? "unset"}`);
  }

  /** Somebody gives the broker another port: nobody is there, so the device takes it back. */
  mistype(port: string): void {
    this.renewals++;
    this.pace.disturb(this.clock.now);
    assert.equal(this.device.configure(utf8("broker_port"), utf8(port)), "ok");
  }

  /** The device that runs. */
  get device(): Entries {
    must(this.running !== null, () => "world: there is no device");
    return this.running;
  }

  /** Time passes, tick by tick, with the telegrams that belong to it. */
  async pass(milliseconds: number, tick = this.tick): Promise<void> {
    for (const end = this.clock.now + milliseconds; this.clock.now < end;) {
      this.clock.now += tick;
      this.step(tick);
      if (this.chip.wantsRestart) {
        await this.restart();
      }
    }
  }

  private step(tick: number): void {
    this.stepped = tick;
    const { clock, house } = this;
    this.heal(clock.now);
    clock.run();
    this.port.tick();
    house.refused = false;
    this.device.onTick();
    this.judge.tick(clock.now);
    this.meterSince = this.judge.online ? Math.min(this.meterSince, clock.now) : Infinity;
    this.lookAtLights();
    this.lookAtPace(tick);
  }

  /** Something follows in a while; whatever happens to the device's power. */
  later(milliseconds: number, action: () => void): void {
    this.healing.push({ at: this.clock.now + milliseconds, action });
  }

  /** What broke and is to be whole again by then is. */
  heal(until = Infinity): void {
    for (let i = 0; i < this.healing.length;) {
      const one = this.healing[i];
      if (one.at <= until) {
        this.healing.splice(i, 1);
        one.action();
      } else {
        i++;
      }
    }
  }

  private async restart(): Promise<void> {
    this.chip.wantsRestart = false;
    this.wanted.broker = this.clock.now - this.connectedSince > LATELY_MS;
    this.wanted.meter = this.clock.now - this.meterSince > LATELY_MS;
    this.device.stop();
    await this.powerCut("restart");
  }

  /** Somebody commands something over MQTT. */
  command(word: "resend" | "restart" | "cancel" | "identify"): void {
    if (!this.house.connected || this.house.brokerMode !== "good") {
      return;
    }
    const { now } = this.clock;
    this.pace.renew(now, false);
    if (word === "restart" && !this.restarts) {
      this.restarts = true;
      this.identifiesUntil = now;
    } else if (word === "cancel" && this.restarts) {
      this.restarts = false;
      this.identifiesUntil = now;
    } else if (word === "identify") {
      this.identifiesUntil = now + IDENTIFY_MS;
    }
    this.house.send(`${this.root}/command`, word);
  }

  /** Home Assistant has started. */
  birth(): void {
    this.renewals++;
    this.house.send("homeassistant/status", "online");
  }

  private noteConnection(connected: boolean): void {
    this.connectedSince = connected ? this.clock.now : Infinity;
    this.pace.connection(connected, this.clock.now, this.judge.shown);
    if (connected) {
      this.root = this.settings.get("root_topic") ?? "";
      this.renewals = 0;
      this.namesAtConnection = this.judge.names;
      this.told.clear();
    } else {
      this.judge.history.disconnected();
    }
  }

  /** The device hands a message to the broker. */
  private hear({ topic, payload, retain, qos }: Message): void {
    this.messages++;
    if (topic.startsWith("homeassistant/")) {
      must(retain, () => `discovery: ${topic} is not retained`);
      this.countTold(topic);
      this.pace.renew(this.clock.now, true);
      return;
    }
    must(topic.startsWith(`${this.root}/`), () => `topic: ${topic} is not below ${this.root}`);
    const below = topic.slice(this.root.length + 1);
    if (below.startsWith("availability/")) {
      must(retain && qos === 1, () => `availability: ${topic} is not retained, or its QoS is ${qos}`);
      return;
    }
    if (below === "history") {
      return;
    }
    must(retain === (this.settings.get("retain") === "on"), () => `retain: ${topic} is ${String(retain)}`);
    must(qos === Number(this.settings.get("qos")), () => `qos: ${topic} has ${qos}`);
    if (below === "json") {
      this.judge.publishedJson(payload);
    } else if (!below.startsWith("sensor/")) {
      this.judge.published(below, payload);
      this.pace.published(below, payload, this.clock.now, this.secondsOf(below), this.stepped);
    }
  }

  /** The pace of a reading. */
  private secondsOf(below: string): number {
    const isPower = below === "instant/consumption_kW" || below === "instant/production_kW";
    return Number(this.settings.get(isPower ? "interval_power" : "interval_min"));
  }

  private lookAtPace(tick: number): void {
    const { clock, house } = this;
    if (house.refused || this.judge.names !== this.namesSeen) {
      this.namesSeen = this.judge.names;
      this.pace.disturb(clock.now);
    }
    this.steps++;
    if (house.connected && this.steps % LOOKS_EACH === 0) {
      this.pace.look(clock.now, (topic) => this.secondsOf(topic), tick);
    }
    if (house.connected && house.brokerMode === "good" && !house.refused) {
      const said = house.retained.get(`${this.root}/availability/meter`);
      must(
        said === (this.judge.online ? "online" : "offline"),
        () => `availability: the meter is said to be ${said ?? "?"}`,
      );
    }
  }

  /** Home Assistant is told of an entity once per connection, and once for each reason to tell it anew. */
  private countTold(topic: string): void {
    const times = (this.told.get(topic) ?? 0) + 1;
    this.told.set(topic, times);
    const most = 1 + this.renewals + this.judge.names - this.namesAtConnection;
    must(times <= most, () => `discovery: ${topic} is told ${times} times on one connection`);
  }

  private lookAtConfirmation(): void {
    const { now } = this.clock;
    const isLate = now - this.startedAt >= PATIENCE_MS;
    const network = this.house.networkUp;
    const broker = this.house.connected || !this.wanted.broker;
    const meter = this.judge.online || !this.wanted.meter;
    must(
      isLate || (network && broker && meter),
      () => `update: it is confirmed with network ${String(network)}, broker ${String(broker)}, meter ${String(meter)}`,
    );
  }

  private lookAtLights(): void {
    if (this.clock.now < this.identifiesUntil || this.chip.isUploading() || this.chip.wantsRestart) {
      return;
    }
    if (this.restarts) {
      const [first = "", ...others] = this.chip.colours;
      const isScene = RESTART_COLOURS.includes(first) && others.every((one) => one === first);
      must(isScene, () => `lights: the device restarts in a moment, and they show ${this.chip.colours.join(" and ")}`);
      return;
    }
    const { connected, networkUp, refused } = this.house;
    const broker = connected ? (refused ? "yellow" : "green") : "red";
    const right = [networkUp ? "green" : "red", broker, this.judge.colour()];
    for (const [light, colour] of right.entries()) {
      const shown = this.chip.colours[light];
      must(shown === COLOURS[colour], () => `lights: light ${light} shows ${shown ?? ""} and is to be ${colour}`);
    }
  }

  /** What the page says of the settings is what they have to be. */
  lookAtSettings(right: ReadonlyMap<string, string> = this.settings): void {
    const settings = JSON.parse(this.chip.get("/api/settings")) as readonly {
      readonly name: string;
      readonly value?: string;
    }[];
    const values = new Map(settings.map(({ name, value }) => [name, value]));
    for (const [name, value] of right) {
      must(
        values.get(name) === value,
        () => `settings: ${name} is ${values.get(name) ?? "gone"} and has to be ${value}`,
      );
    }
  }
}
