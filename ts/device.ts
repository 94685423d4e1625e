/**
 * The device: events in, calls to `platform/` out. Drivers hand it events one at a time, from one thread, never during another
 * entry; every entry returns at once.
 */

import { u32, utf8, type Bytes, type range } from "ts2c";
import { type BrokerEvent } from "#platform/broker";
import * as clock from "#platform/clock";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import * as system from "#platform/system";
import { Lights } from "./lights/lights.ts";
import { Guard } from "./meter/guard.ts";
import { Meter } from "./meter/meter.ts";
import { Presence } from "./meter/presence.ts";
import { type Staging } from "./p1/staging.ts";
import { SILENCE_MS, TelegramReader } from "./p1/telegram.ts";
import { Availability } from "./publish/availability.ts";
import { Commands } from "./publish/commands.ts";
import { Connection } from "./publish/connection.ts";
import { Message } from "./publish/message.ts";
import { Publisher } from "./publish/publisher.ts";
import { DeviceCounters, Statistics } from "./publish/statistics.ts";
import { Report } from "./report.ts";
import { Keys } from "./settings/keys.ts";
import { SETTINGS } from "./settings/list.ts";
import { Settings, type SettingResult } from "./settings/settings.ts";
import { Simulator, profileAt } from "./simulator/simulator.ts";

/** Whether the network that leads to the broker is there. */
export type NetworkState = "up" | "down";

/**
 * What the device counts since start: telegrams with a right CRC; telegrams written to the TX line; publications;
 * telegrams that were refused; lines of good telegrams that gave no reading; telegrams that the simulator made; totals that
 * were held back because they can't be; how often the meter fell silent.
 */
export type Counter =
  "received" | "sent" | "published" | "errors" | "skipped-lines" | "simulated" | "held-back" | "silences";

/** All state of the device. */
class Device {
  private readonly settings: Settings = new Settings();
  private readonly counters: DeviceCounters = new DeviceCounters();
  private readonly reader: TelegramReader = new TelegramReader();
  private readonly keys: Keys = new Keys(this.settings);
  private readonly simulator: Simulator = new Simulator();
  private readonly lights: Lights = new Lights();
  private readonly report: Report = new Report();
  private readonly availability: Availability = new Availability(this.settings);
  private readonly connection: Connection = new Connection(this.settings, this.availability);
  private readonly commands: Commands = new Commands(this.settings);
  private readonly message: Message = new Message(this.settings);
  private readonly meter: Meter = new Meter();
  private readonly guard: Guard = new Guard(this.settings);
  private readonly presence: Presence = new Presence();
  private readonly publisher: Publisher = new Publisher(this.settings, this.meter, this.message, this.counters);
  private readonly statistics: Statistics = new Statistics(
    this.settings,
    this.counters,
    this.reader.counters,
    this.connection,
    this.message,
  );
  private prepared: boolean = false;
  private running: boolean = false;
  /** Whether bytes arrived since the last silence, and when the last of them did. */
  private hearing: boolean = false;
  private heardAt: u32 = 0;
  /** When the simulator sent its last telegram. */
  private simulatedAt: u32 = 0;

  /** Fills in the defaults, before the first setting is handed in. */
  private prepare(): void {
    if (!this.prepared) {
      this.prepared = true;
      this.settings.reset();
    }
  }

  assign(name: Bytes, value: Bytes): SettingResult {
    this.prepare();
    const result = this.settings.assign(name, value);
    if (result !== "ok") {
      log.write("error", this.settings.explanation());
    } else if (this.running) {
      this.renew(name);
    }
    return result;
  }

  /** A setting changed while the device runs: what depends on it begins anew. */
  private renew(name: Bytes): void {
    const place = this.settings.find(name);
    if (place >= SETTINGS.length) {
      return;
    }
    switch (SETTINGS[place].renews) {
      case "connection":
        this.connection.drop();
        this.showBroker(true);
        break;
      case "serial":
        this.startSerial();
        break;
      case "encryption":
        this.keys.hand(this.reader.encryption);
        break;
      case "nothing":
        break;
    }
  }

  powerUp(): void {
    this.prepare();
    this.running = true;
    this.lights.start();
    this.presence.start(clock.millis());
    this.simulator.seed(system.random());
    this.keys.hand(this.reader.encryption);
    this.startSerial();
    serial.dataRequest(true);
    // The first telegram is simulated at once.
    this.simulatedAt = u32(clock.millis() - this.simulatorPeriod() * 1000);
  }

  private startSerial(): void {
    serial.start(
      u32.clamp(this.settings.number("serial_baud")),
      this.settings.number("serial_frame") === 1 ? "7E1" : "8N1",
    );
  }

  takeBytes(bytes: Bytes): void {
    const now = clock.millis();
    this.hearing = true;
    this.heardAt = now;
    this.lights.showMeter("receiving", now);
    let at: u32 = 0;
    while (at < bytes.length) {
      at = this.reader.read(bytes, at);
      this.takeOutcome(now);
    }
    this.send(now);
  }

  /** A telegram ended, well or not; or nothing did. */
  private takeOutcome(now: u32): void {
    switch (this.reader.outcome) {
      case "more":
        break;
      case "telegram":
        this.takeTelegram(this.reader.staged, this.reader.identification(), now);
        break;
      default:
        this.lights.showMeter("wrong", now);
        this.report.bad(this.reader);
        break;
    }
  }

  /** A good telegram. Totals that can't be are out of it before anybody else takes it. */
  private takeTelegram(staged: Staging, identification: Bytes, now: u32): void {
    this.lights.showMeter("right", now);
    this.report.good(this.reader);
    this.presence.telegram(now);
    this.meter.take(staged, identification);
    this.guard.take(staged, identification, this.meter, now);
    this.publisher.take(staged, identification, now);
  }

  tick(): void {
    const now = clock.millis();
    if (this.hearing && u32(now - this.heardAt) >= SILENCE_MS) {
      this.hearing = false;
      this.reader.silence();
      this.takeOutcome(now);
    }
    if (this.settings.on("simulator")) {
      this.simulate(now);
    }
    this.connection.tick(now);
    this.presence.tick(now);
    this.send(now);
    this.lights.tick(now, this.presence.isSilent());
  }

  private simulatorPeriod(): range<1, 3600> {
    return Math.max(1, Math.min(this.settings.number("simulator_period"), 3600));
  }

  /** Sends a simulated telegram when it is time for one; when the line is not free, then the next one. */
  private simulate(now: u32): void {
    const period = this.simulatorPeriod();
    if (u32(now - this.simulatedAt) < period * 1000) {
      return;
    }
    // By the meter's own pace, however late this tick is; but a simulator that stood still does not catch up.
    const late = u32(now - this.simulatedAt);
    this.simulatedAt = late < period * 2000 ? u32(this.simulatedAt + period * 1000) : now;
    const telegram = this.simulator.next(profileAt(this.settings.number("simulator_profile")), period, clock.utc());
    this.counters.simulated = u32(this.counters.simulated + 1);
    if (serial.write(telegram)) {
      this.counters.sent = u32(this.counters.sent + 1);
      this.lights.showMeter("sending", now);
    } else {
      log.write("warning", utf8("The TX line is busy: a simulated telegram was left out."));
    }
  }

  takeNetwork(state: NetworkState): void {
    const up = state === "up";
    this.lights.showNetwork(up);
    this.connection.network(up);
    this.showBroker(true);
  }

  takeBrokerEvent(event: BrokerEvent): void {
    const now = clock.millis();
    if (this.connection.onEvent(event, now)) {
      this.availability.renew();
      this.commands.renew();
      this.resend(now);
    }
    this.send(now);
  }

  takeMessage(topic: Bytes, payload: Bytes, retained: boolean): void {
    const now = clock.millis();
    switch (this.commands.understand(topic, payload, retained)) {
      case "resend":
        this.resend(now);
        this.send(now);
        break;
      case "none":
        break;
    }
  }

  /** Everything is to be published at once. */
  private resend(now: u32): void {
    this.publisher.renew(now);
    this.statistics.renew(now);
  }

  /** Takes leave of the broker, before the power goes. */
  leave(): void {
    this.connection.drop();
  }

  /** Publishes what is due. */
  private send(now: u32): void {
    if (!this.connection.connected()) {
      this.showBroker(true);
      return;
    }
    const flows =
      this.availability.tick() && this.commands.tick() && this.publisher.tick(now) && this.statistics.tick(now);
    this.showBroker(flows);
  }

  private showBroker(flows: boolean): void {
    if (!this.connection.connected()) {
      this.lights.showBroker("not-connected");
    } else {
      this.lights.showBroker(flows ? "connected" : "could-not-send");
    }
  }

  count(which: Counter): u32 {
    switch (which) {
      case "received":
        return this.reader.counters.telegrams;
      case "sent":
        return this.counters.sent;
      case "published":
        return this.counters.published;
      case "errors":
        return this.reader.counters.failures();
      case "skipped-lines":
        return this.reader.counters.skippedLines;
      case "simulated":
        return this.counters.simulated;
      case "held-back":
        return this.guard.heldBack;
      case "silences":
        return this.presence.silences;
    }
  }
}

const device = new Device();

/**
 * Sets one setting, by name, from text; before {@link start} or while the device runs. The log says why a value is not
 * allowed.
 */
export function configure(name: Bytes, value: Bytes): SettingResult {
  return device.assign(name, value);
}

/** Power-up: to be called once, after the settings were handed in. */
export function start(): void {
  device.powerUp();
}

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
export function onSerial(bytes: Bytes): void {
  device.takeBytes(bytes);
}

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
export function onTick(): void {
  device.tick();
}

/** The network came or went. */
export function onNetwork(state: NetworkState): void {
  device.takeNetwork(state);
}

/** The answer to `broker.connect`, or a connection was lost. */
export function onBroker(event: BrokerEvent): void {
  device.takeBrokerEvent(event);
}

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
export function onMessage(topic: Bytes, payload: Bytes, retained: boolean): void {
  device.takeMessage(topic, payload, retained);
}

/** The device is about to be switched off or restarted: the broker is told. Nothing else is to be called afterwards. */
export function stop(): void {
  device.leave();
}

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
export function counter(which: Counter): u32 {
  return device.count(which);
}
