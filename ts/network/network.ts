/** Keeps the device in its network, and tells in words what is wrong. */

import { type Writer, u32, utf8, type Bytes, type range } from "ts2c";
import * as log from "#platform/log";
import * as driver from "#platform/network";
import { type NetworkEvent } from "#platform/network";
import { type Keeper } from "../settings/keeper.ts";
import { type Scratch } from "../scratch.ts";
import { type Settings } from "../settings/settings.ts";
import { AccessPoint } from "./access-point.ts";
import { parseAddress, writeAddress } from "./address.ts";
import { Attempt } from "./attempt.ts";
import { type OwnName } from "./own-name.ts";
import { Scan } from "./scan.ts";

/** The pause after the first failure in milliseconds; it doubles with each one, up to 64 s. */
const FIRST_PAUSE_MS = 1000;
const DOUBLINGS = 6;
/** After so many failures in a row the interface is switched off and on. */
const FAILURES_TO_RESET = 8;

/** `off`: nothing was tried yet. `idle`: waiting for the next attempt. */
type State = "off" | "idle" | "joining" | "up";

/** The words for what happened, behind "Wi-Fi NAME" or "The network". */
function words(event: NetworkEvent): string {
  switch (event) {
    case "wrong-password":
      return " refuses the password: check wifi_password";
    case "not-found":
      return " is not heard here: check wifi_name, and that it is on 2.4 GHz";
    case "refused":
      return " does not let the device in: it may be full, or know its clients by address";
    case "no-cable":
      return " has no cable, or nothing at its other end";
    case "no-address":
      return " gives no address: check its DHCP server, or set ip_address";
    default:
      return " is gone";
  }
}

/** The network, and what was done to get it. */
export class Network {
  private readonly settings: Settings;
  private readonly keeper: Keeper;
  readonly accessPoint: AccessPoint;
  readonly attempt: Attempt = new Attempt();
  readonly scan: Scan = new Scan();
  readonly ownName: OwnName;
  private state: State = "off";
  private waitingSince: u32 = 0;
  private failures: u32 = 0;
  /** Whether it was up with the settings that it has, since the start. */
  private worked: boolean = false;
  /** What was told last, so that an hour without a network is not told with every attempt. */
  private told: NetworkEvent = "up";
  private toldNoName: boolean = false;
  private readonly line: Writer;
  /** Attempts to join, and how often the interface was switched off and on, since start. */
  attempts: u32 = 0;
  resets: u32 = 0;

  constructor(settings: Settings, keeper: Keeper, accessPoint: AccessPoint, ownName: OwnName, scratch: Scratch) {
    this.line = scratch.out;
    this.settings = settings;
    this.keeper = keeper;
    this.accessPoint = accessPoint;
    this.ownName = ownName;
  }

  isUp(): boolean {
    return this.state === "up";
  }

  /**
   * Why there is no network: the driver's word, `no-name` where no Wi-Fi is set, `joining` before the first attempt's answer; `none`
   * where there is one.
   */
  trouble(): string {
    if (this.isUp()) {
      return "none";
    }
    return this.toldNoName ? "no-name" : this.told === "up" ? "joining" : this.told;
  }

  /** How often the interface was switched off and on since the network was lost; 0 where it never was up with these settings. */
  resetsSinceLost(): u32 {
    return this.worked ? Math.trunc(this.failures / FAILURES_TO_RESET) : 0;
  }

  /** Its settings changed: it is joined anew with the next {@link tick}. True when it was up. */
  drop(): boolean {
    const wasUp = this.isUp();
    if (this.state !== "off") {
      driver.leave();
    }
    this.attempt.cancel();
    this.state = "off";
    this.failures = 0;
    this.worked = false;
    this.toldNoName = false;
    return wasUp;
  }

  /** Begins an attempt when it is time for one. True when that ended a network that was up. */
  tick(now: u32): boolean {
    this.scan.tick(now);
    this.accessPoint.tick(this.isUp(), this.settings.text("wifi_name").length > 0, now);
    if (this.attempt.isDue(now)) {
      return this.tryOther();
    }
    const isDue = u32(now - this.waitingSince) >= this.pause();
    // An attempt moves the channel of the access point: whoever is there would lose it each time.
    if (this.state === "off" || (this.state === "idle" && isDue && !this.accessPoint.hasGuests())) {
      this.join();
    }
    return false;
  }

  /** Leaves the network that there is for one that is tried. */
  private tryOther(): boolean {
    const wasUp = this.isUp();
    if (this.state !== "off") {
      driver.leave();
    }
    this.begin(this.attempt.name(), this.attempt.password());
    return wasUp;
  }

  private pause(): range<0, 64000> {
    const doublings = Math.min(Math.max(this.failures, 1) - 1, DOUBLINGS);
    return Math.min(FIRST_PAUSE_MS << doublings, 64000);
  }

  private join(): void {
    const name = this.settings.text("wifi_name");
    if (driver.kind() === "wifi" && name.length === 0) {
      if (!this.toldNoName) {
        this.toldNoName = true;
        log.write("warning", utf8("No Wi-Fi is set, so there is no network: set wifi_name and wifi_password."));
      }
      return;
    }
    this.begin(name, this.settings.text("wifi_password"));
  }

  private begin(name: Bytes, password: Bytes): void {
    this.state = "joining";
    this.attempts = u32(this.attempts + 1);
    driver.setHostName(this.settings.text("host_name"));
    driver.setAddress(
      parseAddress(this.settings.text("ip_address")),
      parseAddress(this.settings.text("ip_mask")),
      parseAddress(this.settings.text("ip_router")),
      parseAddress(this.settings.text("ip_name_server")),
    );
    driver.join(name, password);
  }

  /** Takes what the driver reports. True when the network came or went. */
  onEvent(event: NetworkEvent, now: u32): boolean {
    if (event === "scanned") {
      this.scan.onScanned();
      return false;
    }
    if (this.state === "off" || this.state === "idle") {
      return false;
    }
    if (this.attempt.isOn() && this.state === "joining" && !this.endAttempt(event, now)) {
      return false;
    }
    const wasUp = this.isUp();
    this.tell(event);
    if (event === "up") {
      this.state = "up";
      this.failures = 0;
      this.worked = true;
      this.ownName.ask();
      return !wasUp;
    }
    this.state = "idle";
    this.waitingSince = now;
    this.failures = u32(this.failures + 1);
    if (this.failures % FAILURES_TO_RESET === 0) {
      this.resets = u32(this.resets + 1);
      log.write("warning", utf8("The network interface is switched off and on."));
      driver.reset();
    }
    return wasUp;
  }

  /** How the attempt went. One that succeeded is kept; after another one the device goes back to what it had. */
  private endAttempt(event: NetworkEvent, now: u32): boolean {
    if (event === "up") {
      this.settings.assign(utf8("wifi_name"), this.attempt.name());
      this.settings.assign(utf8("wifi_password"), this.attempt.password());
      this.keeper.save();
    } else {
      this.line.clear();
      this.line.text("Wi-Fi ");
      this.line.bytes(this.attempt.name());
      this.line.text(words(event));
      this.line.text(". Nothing was changed.");
      log.write("warning", this.line.view());
      this.state = "idle";
      this.waitingSince = now;
      this.failures = 0;
    }
    this.attempt.end(event);
    return event === "up";
  }

  /** Writes how it stands, as a sentence. */
  describe(out: Writer): void {
    if (driver.kind() === "wifi" && this.settings.text("wifi_name").length === 0) {
      out.text("No Wi-Fi is set, so there is no network");
    } else {
      this.writeName(out);
      if (this.isUp()) {
        writeUp(out);
      } else {
        out.text(this.told === "up" ? " is being joined" : words(this.told));
      }
    }
    out.text(".");
  }

  private writeName(out: Writer): void {
    if (driver.kind() === "wifi") {
      out.text("Wi-Fi ");
      out.bytes(this.settings.text("wifi_name"));
    } else {
      out.text("The network");
    }
  }

  private tell(event: NetworkEvent): void {
    this.line.clear();
    this.writeName(this.line);
    if (event === "up") {
      writeUp(this.line);
    } else {
      this.line.text(words(event));
    }
    this.line.text(".");
    log.write(event === "up" ? "info" : event === this.told ? "debug" : "warning", this.line.view());
    this.told = event;
  }
}

function writeUp(out: Writer): void {
  out.text(" is up; the device's address is ");
  writeAddress(out, driver.address());
}
