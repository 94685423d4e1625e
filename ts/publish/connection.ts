/** Keeps the device connected to its MQTT broker, and tells in words what is wrong. */

import { Writer, u16, u32, utf8, type Bytes, type range } from "ts2c";
import * as broker from "#platform/broker";
import { type BrokerEvent, type Security } from "#platform/broker";
import * as clock from "#platform/clock";
import * as log from "#platform/log";
import * as names from "#platform/names";
import { type NamesEvent } from "#platform/names";
import * as system from "#platform/system";
import { sameBytes } from "../bytes.ts";
import { writeChipId } from "../chip-id.ts";
import { writeAddress } from "../network/address.ts";
import { type OwnName } from "../network/own-name.ts";
import { type Limit } from "../settings/setting.ts";
import { type Settings } from "../settings/settings.ts";
import { type Availability } from "./availability.ts";

/**
 * How long to wait before the next attempt, in milliseconds: the first time, then twice as long each time, and at most. Each pause is
 * shorter by chance, by up to half: when a broker of many devices restarts, they would all come back in the same moment.
 */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10000;
const DOUBLINGS = 4;
/** A connection that stood so long counts as a success: whoever is thrown out at once doesn't come back each second. */
const STANDS_MS = 60000;
/** How often the broker is told that the connection still stands, in seconds. */
const KEEPALIVE_S = 30;

/** `idle`: waiting for the next attempt. `asking`: for the address of a broker that is named by mDNS. */
type State = "idle" | "asking" | "connecting" | "connected";

/** What the names end in that mDNS knows, and no name server. */
const LOCAL: Bytes = utf8(".local");

/** The words for what happened to a connection, behind "MQTT broker HOST:PORT". */
function words(event: BrokerEvent): string {
  switch (event) {
    case "connected":
      return " is connected.";
    case "lost":
      return " closed the connection, or the network to it broke";
    case "wrong-login":
      return " refuses the user name or the password: check broker_user and broker_password";
    case "refused":
      return " refuses the connection: check client_id, and the broker's own log";
    case "unreachable":
      return " can't be reached: check broker_host and broker_port, and that the broker runs";
    case "unknown-host":
      return " is unknown by that name: check broker_host, or give its address instead";
    case "timeout":
      return " does not answer: check broker_host and broker_port, and firewalls between";
    case "untrusted":
      return " has a certificate that is over, for another name, or signed by nobody known: check broker_host, or send the device the certificate of who signed it";
    default:
      return " could not agree on an encrypted connection: check broker_port, broker_tls, and whether the broker wants a certificate of the device";
  }
}

/** The setting `broker_tls`, by its place. */
function securityOf(choice: Limit): Security {
  switch (choice) {
    case 0:
      return "plain";
    case 1:
      return "tls";
    default:
      return "tls-unverified";
  }
}

/** The connection to the broker. */
export class Connection {
  private readonly settings: Settings;
  private readonly availability: Availability;
  private readonly ownName: OwnName;
  private state: State = "idle";
  private networkUp: boolean = false;
  /** Whether {@link waitingSince} is when the last attempt ended; otherwise the next may begin at once. */
  private waiting: boolean = false;
  private waitingSince: u32 = 0;
  /** How often the pause was doubled. */
  private doublings: range<0, typeof DOUBLINGS> = 0;
  /** How long the next attempt waits, in milliseconds. */
  private pause: range<0, 10000> = 0;
  private connectedAt: u32 = 0;
  /** What was told last, so that an hour without a broker is not told every ten seconds. */
  private told: BrokerEvent = "connected";
  private toldNoHost: boolean = false;
  private toldNoTime: boolean = false;
  private readonly idBuffer: Uint8Array = new Uint8Array(128);
  private readonly id: Writer = new Writer(this.idBuffer);
  private readonly lineBuffer: Uint8Array = new Uint8Array(384);
  private readonly line: Writer = new Writer(this.lineBuffer);

  constructor(settings: Settings, availability: Availability, ownName: OwnName) {
    this.settings = settings;
    this.ownName = ownName;
    this.availability = availability;
  }

  connected(): boolean {
    return this.state === "connected";
  }

  /**
   * Why nothing is published: the driver's word, `no-network`, `no-host` where no broker is set, `no-time` where its certificate can't
   * be checked yet, `connecting` before the first attempt's answer; `none` where the broker is connected.
   */
  trouble(): string {
    if (this.connected()) {
      return "none";
    }
    if (!this.networkUp) {
      return "no-network";
    }
    if (this.toldNoHost || this.toldNoTime) {
      return this.toldNoHost ? "no-host" : "no-time";
    }
    return this.told === "connected" ? "connecting" : this.told;
  }

  /**
   * The name by which the broker knows this device: as set, `_`, and the chip's number. Without that, two devices with the
   * same settings would throw each other out for ever.
   */
  clientId(): Bytes {
    this.id.clear();
    this.id.bytes(this.settings.text("client_id"));
    this.id.text("_");
    writeChipId(this.id);
    return this.id.view();
  }

  /** The network came or went. */
  network(up: boolean): void {
    this.networkUp = up;
    if (!up) {
      this.drop();
    }
  }

  /** Ends the connection; the next attempt begins with the next {@link tick}. */
  drop(): void {
    if (this.state === "connected") {
      this.availability.leave();
    }
    if (this.state !== "idle") {
      broker.disconnect();
    }
    this.state = "idle";
    this.waiting = false;
    this.doublings = 0;
    this.told = "connected";
    this.toldNoHost = false;
    this.toldNoTime = false;
  }

  /** Begins an attempt when it is time for one. */
  tick(now: u32): void {
    if (this.state !== "idle" || !this.networkUp) {
      return;
    }
    if (this.waiting && u32(now - this.waitingSince) < this.pause) {
      return;
    }
    const host = this.settings.text("broker_host");
    if (host.length === 0) {
      this.tellNoHost();
      return;
    }
    if (this.security() === "tls" && clock.utc() === 0) {
      this.tellNoTime();
      return;
    }
    const end = Math.max(0, host.length - LOCAL.length);
    if (end > 0 && sameBytes(host.subarray(end), LOCAL)) {
      // Asked anew for each attempt: the broker's address may have changed.
      if (!this.ownName.isAsking()) {
        this.state = "asking";
        names.lookUp(host.subarray(0, end));
      }
    } else {
      this.connect(host);
    }
  }

  /** Takes the answer to the question for the broker's address. */
  onName(event: NamesEvent, address: u32, now: u32): void {
    if (this.state !== "asking") {
      return;
    }
    if (event === "found") {
      this.line.clear();
      writeAddress(this.line, address);
      this.connect(this.line.view());
    } else {
      this.onEvent("unknown-host", now);
    }
  }

  private security(): Security {
    return securityOf(this.settings.number("broker_tls"));
  }

  private connect(host: Bytes): void {
    this.state = "connecting";
    this.toldNoTime = false;
    this.availability.prepare();
    broker.connect(
      host,
      u16.clamp(this.settings.number("broker_port")),
      this.security(),
      this.settings.text("broker_host"),
      this.clientId(),
      this.settings.text("broker_user"),
      this.settings.text("broker_password"),
      KEEPALIVE_S,
    );
  }

  /** Takes what the driver reports. True when the device is connected from now on. */
  onEvent(event: BrokerEvent, now: u32): boolean {
    if (event === "connected" ? this.state !== "connecting" : this.state === "idle") {
      return false;
    }
    this.tell(event);
    if (event === "connected") {
      this.state = "connected";
      this.connectedAt = now;
      return true;
    }
    const stood = this.state === "connected" && u32(now - this.connectedAt) >= STANDS_MS;
    const before = this.waiting && !stood ? this.doublings + 1 : 0;
    this.doublings = Math.min(before, DOUBLINGS);
    const half = Math.min(FIRST_PAUSE_MS << this.doublings, LONGEST_PAUSE_MS) >> 1;
    this.pause = half + (system.random() % (half + 1));
    this.state = "idle";
    this.waiting = true;
    this.waitingSince = now;
    return false;
  }

  /** Writes how it stands, as a sentence. */
  describe(out: Writer): void {
    if (this.settings.text("broker_host").length === 0) {
      out.text("No MQTT broker is set, so nothing is published.");
      return;
    }
    this.writeBroker(out);
    if (this.connected()) {
      out.text(words("connected"));
      return;
    }
    if (!this.networkUp) {
      out.text(" waits for the network");
    } else if (this.toldNoTime) {
      out.text(" waits for the time of day, by which its certificate is checked");
    } else {
      out.text(this.told === "connected" ? " is being connected" : words(this.told));
    }
    out.text(".");
  }

  private writeBroker(out: Writer): void {
    out.text("MQTT broker ");
    out.bytes(this.settings.text("broker_host"));
    out.text(":");
    out.int(this.settings.number("broker_port"));
  }

  private tell(event: BrokerEvent): void {
    this.line.clear();
    this.writeBroker(this.line);
    this.line.text(words(event));
    if (event === "connected") {
      log.write("info", this.line.view());
    } else {
      this.line.text(". Trying again, at last every 10 seconds.");
      log.write(event === this.told ? "debug" : "warning", this.line.view());
    }
    this.told = event;
  }

  /** Without the time nobody knows whether a certificate is over. */
  private tellNoTime(): void {
    if (!this.toldNoTime) {
      this.toldNoTime = true;
      log.write(
        "warning",
        utf8(
          "The broker waits for the time of day, by which its certificate is checked: sntp_server tells it, or the meter.",
        ),
      );
    }
  }

  private tellNoHost(): void {
    if (!this.toldNoHost) {
      this.toldNoHost = true;
      this.line.clear();
      this.line.text("No MQTT broker is set, so nothing is published: set broker_host.");
      log.write("warning", this.line.view());
    }
  }
}
