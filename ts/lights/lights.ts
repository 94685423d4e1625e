/** What the three lights mean: the network, the broker, the meter; or together what happens to the device itself. */

import { u32 } from "ts2c";
import { type Settings } from "../settings/settings.ts";
import { Strip, type Colour, type LightIndex, type Percent } from "./strip.ts";

/** Light 1: whether the broker is connected, and takes what is published. */
export type BrokerLight = "not-connected" | "connected" | "could-not-send";

/** Light 2: what comes from the meter. `sending` is the simulator at work, `silent` a meter whose telegrams are missing. */
export type MeterLight = "idle" | "receiving" | "right" | "wrong" | "sending" | "silent";

/**
 * What all three show together. `identify`: this is the device that was asked for. `restart`: it restarts in a moment.
 * `stopped`: it does.
 */
export type Scene = "none" | "identify" | "restart" | "stopped";

/**
 * What the device is busy with for a while, seen where no scene is. `provisioning`: its access point is open, for a phone that sets it
 * up. `updating`: a firmware image arrives, so don't take its power.
 */
export type Work = "none" | "provisioning" | "updating";

/** How long the last light shows what came before it goes off, in milliseconds. */
const IDLE_MS = 1000;
/** How long the lights show where the device is. */
const IDENTIFY_MS = 15000;
/** How long one picture of a scene stands. */
const PICTURE_MS = 500;
/** Half a blink: what is wrong blinks fast, what waits blinks slowly. */
const FAST_MS = 200;
const SLOW_MS = 800;
const MINUTE_MS = 60000;

function brokerColour(state: BrokerLight): Colour {
  switch (state) {
    case "connected":
      return "green";
    case "could-not-send":
      return "yellow";
    default:
      return "red";
  }
}

function meterColour(state: MeterLight): Colour {
  switch (state) {
    case "receiving":
      return "blue";
    case "right":
      return "green";
    case "wrong":
      return "red";
    case "sending":
      return "purple";
    case "silent":
      return "yellow";
    default:
      return "off";
  }
}

/** The lights. */
export class Lights {
  private readonly settings: Settings;
  private readonly strip: Strip = new Strip();
  private network: boolean = false;
  private broker: BrokerLight = "not-connected";
  private meter: MeterLight = "idle";
  private meterSince: u32 = 0;
  private scene: Scene = "none";
  private sceneSince: u32 = 0;
  /** Whether a restart is counted down, also while they show where the device is. */
  private restarts: boolean = false;
  private work: Work = "none";
  private now: u32 = 0;
  /** Since when somebody may look at them, and whether that is long enough. */
  private awakeSince: u32 = 0;
  private resting: boolean = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Paints all three as at power-up: no network, no broker, no meter. */
  start(now: u32): void {
    this.now = now;
    this.awakeSince = now;
    this.strip.start();
    this.paint();
  }

  /** Red without a network, green with one. */
  showNetwork(up: boolean): void {
    this.network = up;
    this.paint();
  }

  /** Red while not connected, green while all goes well, yellow when something could not be sent. */
  showBroker(state: BrokerLight): void {
    this.broker = state;
    this.paint();
  }

  /** Blue: data arrives. Green: a telegram's CRC was right. Red: it was wrong. Purple: the simulator sends. Off: idle. */
  showMeter(state: MeterLight, now: u32): void {
    this.now = now;
    this.meterSince = now;
    this.meter = state;
    this.paint();
  }

  /** Something about the device itself begins to be shown, or with `none` ends. */
  showScene(scene: Scene, now: u32): void {
    this.now = now;
    this.scene = scene;
    this.restarts = scene === "restart" || (scene === "identify" && this.restarts);
    this.sceneSince = now;
    this.awakeSince = now;
    this.resting = false;
    this.paint();
  }

  /** When nothing happens any more, the meter's light goes off, or to yellow while its telegrams are missing. */
  tick(now: u32, silent: boolean, work: Work): void {
    this.now = now;
    this.work = work;
    const rest: MeterLight = silent ? "silent" : "idle";
    if (this.meter !== rest && u32(now - this.meterSince) >= IDLE_MS) {
      this.meter = rest;
    }
    if (this.scene === "identify" && u32(now - this.sceneSince) >= IDENTIFY_MS) {
      this.showScene(this.restarts ? "restart" : "none", now);
    }
    const minutes = Math.min(this.settings.number("lights_minutes"), 1440);
    if (minutes === 0) {
      this.resting = false;
      this.awakeSince = now;
    } else if (u32(now - this.awakeSince) >= minutes * MINUTE_MS) {
      this.resting = true;
    }
    this.paint();
  }

  /** The colour of a light as it is at this moment. */
  colour(light: LightIndex): Colour {
    return this.strip.colour(light);
  }

  private paint(): void {
    const odd = Math.trunc(u32(this.now - this.sceneSince) / PICTURE_MS) % 2 === 1;
    const percent = Math.min(this.settings.number("lights_brightness"), 500);
    switch (this.scene) {
      case "identify":
        // Whoever asks for it wants to see it, also where the lights are off otherwise.
        this.strip.show(odd ? "off" : "purple", odd ? "purple" : "off", odd ? "off" : "purple", Math.max(percent, 100));
        break;
      case "restart":
        this.showAll(!odd ? "purple" : this.settings.on("lights_blink") ? "off" : "blue", percent);
        break;
      case "stopped":
        this.showAll("red", percent);
        break;
      case "none":
        this.paintWork(percent);
        break;
    }
  }

  /** Each kind of work has a movement of its own, so that nobody has to know it by its colour. */
  private paintWork(percent: Percent): void {
    const picture = Math.trunc(this.now / PICTURE_MS) % 4;
    switch (this.work) {
      case "provisioning":
        // One light goes there and back.
        this.strip.show(
          picture === 0 ? "blue" : "off",
          picture % 2 === 1 ? "blue" : "off",
          picture === 2 ? "blue" : "off",
          percent,
        );
        break;
      case "updating":
        // They fill up.
        this.strip.show(
          picture >= 1 ? "purple" : "off",
          picture >= 2 ? "purple" : "off",
          picture === 3 ? "purple" : "off",
          percent,
        );
        break;
      case "none":
        this.strip.show(
          this.seen(this.network ? "green" : "red"),
          this.seen(brokerColour(this.broker)),
          this.seen(meterColour(this.meter)),
          percent,
        );
        break;
    }
  }

  private showAll(colour: Colour, percent: Percent): void {
    this.strip.show(colour, colour, colour, percent);
  }

  /** The colour as it is at this moment: it may blink, and what is right need not be shown for ever. */
  private seen(colour: Colour): Colour {
    const isWrong = colour === "red" || colour === "yellow";
    if (!isWrong) {
      return this.resting ? "off" : colour;
    }
    const half = colour === "red" ? FAST_MS : SLOW_MS;
    const isDark = this.settings.on("lights_blink") && Math.trunc(this.now / half) % 2 === 1;
    return isDark ? "off" : colour;
  }
}
