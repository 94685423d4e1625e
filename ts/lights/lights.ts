/** What the three lights mean. */

import { u32, type range } from "ts2c";
import * as strip from "#platform/lights";

/** Light 1: whether the broker is connected, and takes what is published. */
export type BrokerLight = "not-connected" | "connected" | "could-not-send";

/** Light 2: what comes from the meter. `sending` is the simulator at work, `silent` a meter whose telegrams are missing. */
export type MeterLight = "idle" | "receiving" | "right" | "wrong" | "sending" | "silent";

/** The colours, dim enough to live with. */
type Colour = "off" | "red" | "green" | "blue" | "yellow" | "purple";

const NETWORK = 0;
const BROKER = 1;
const METER = 2;

/** How long the last light shows what came before it goes off, in milliseconds. */
const IDLE_MS = 1000;

function paint(light: range<0, 2>, colour: Colour): void {
  switch (colour) {
    case "off":
      strip.set(light, 0, 0, 0);
      break;
    case "red":
      strip.set(light, 48, 0, 0);
      break;
    case "green":
      strip.set(light, 2, 12, 2);
      break;
    case "blue":
      strip.set(light, 0, 0, 16);
      break;
    case "yellow":
      strip.set(light, 32, 32, 0);
      break;
    case "purple":
      strip.set(light, 32, 0, 32);
      break;
  }
}

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

/** The lights, which are told only what changed. */
export class Lights {
  private broker: BrokerLight = "not-connected";
  private meter: MeterLight = "idle";
  private meterSince: u32 = 0;

  /** Paints all three as at power-up: no network, no broker, no meter. */
  start(): void {
    this.showNetwork(false);
    paint(BROKER, brokerColour(this.broker));
    paint(METER, meterColour(this.meter));
  }

  /** Red without a network, green with one. */
  showNetwork(up: boolean): void {
    paint(NETWORK, up ? "green" : "red");
  }

  /** Red while not connected, green while all goes well, yellow when something could not be sent. */
  showBroker(state: BrokerLight): void {
    if (state !== this.broker) {
      this.broker = state;
      paint(BROKER, brokerColour(state));
    }
  }

  /** Blue: data arrives. Green: a telegram's CRC was right. Red: it was wrong. Purple: the simulator sends. Off: idle. */
  showMeter(state: MeterLight, now: u32): void {
    this.meterSince = now;
    if (state !== this.meter) {
      this.meter = state;
      paint(METER, meterColour(state));
    }
  }

  /** When nothing happens any more, the meter's light goes off, or to yellow while its telegrams are missing. */
  tick(now: u32, silent: boolean): void {
    const rest: MeterLight = silent ? "silent" : "idle";
    if (this.meter !== rest && u32(now - this.meterSince) >= IDLE_MS) {
      this.showMeter(rest, now);
    }
  }
}
