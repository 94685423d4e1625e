/** The device's own access point: when it is open, and under which name and password. */

import { Writer, u32, utf8, type Bytes } from "ts2c";
import * as log from "#platform/log";
import * as driver from "#platform/network";
import * as system from "#platform/system";
import { writeChipId } from "../chip-id.ts";
import { type Keeper } from "../settings/keeper.ts";
import { type Settings } from "../settings/settings.ts";
import { CaptiveNames } from "./captive-names.ts";

/** How long it is open to everybody after power-up, or after the button, while no Wi-Fi is known. */
const FIRST_MS = 900000;
/** After how long without the Wi-Fi that is known it opens. */
const UNREACHABLE_MS = 300000;
/**
 * When the Wi-Fi came while somebody is at the access point, it stays open: joining moves its channel, and the phone comes back for
 * the result. It closes when nobody was there for the first time, and in any case after the second.
 */
const LINGER_MS = 60000;
const LINGER_MOST_MS = 300000;

/** The characters of a key that is made here: without those that look like others. Their number divides 256. */
const LETTERS: Bytes = utf8("abcdefghijkmnpqrstuvwxyz23456789");
const KEY_LENGTH = 12;

/** `first`: open to everybody, since no Wi-Fi is known. `lost`: with its own key, since the Wi-Fi can't be reached. */
type Mode = "closed" | "first" | "lost";

/** Opens and closes it. */
export class AccessPoint {
  private readonly settings: Settings;
  private readonly keeper: Keeper;
  private readonly names: CaptiveNames = new CaptiveNames();
  private mode: Mode = "closed";
  /** Whether it may be open to everybody, and since when. */
  private isFirst: boolean = false;
  private firstSince: u32 = 0;
  /** Whether the Wi-Fi is there, and since when that is so. */
  private wasUp: boolean = false;
  private changedAt: u32 = 0;
  /** Whether somebody was there since it opened, and when last. */
  private hadGuests: boolean = false;
  private guestsAt: u32 = 0;
  private readonly nameMemory: Uint8Array = new Uint8Array(16);
  private readonly nameWriter: Writer = new Writer(this.nameMemory);
  private readonly lineMemory: Uint8Array = new Uint8Array(160);
  private readonly line: Writer = new Writer(this.lineMemory);

  constructor(settings: Settings, keeper: Keeper) {
    this.settings = settings;
    this.keeper = keeper;
  }

  /** Power-up. */
  powerUp(now: u32): void {
    this.changedAt = now;
    this.start(now);
  }

  /** Power-up, or somebody pressed the button: while no Wi-Fi is known it opens, for a quarter of an hour from now on. */
  start(now: u32): void {
    this.isFirst = true;
    this.firstSince = now;
  }

  isOpen(): boolean {
    return this.mode !== "closed";
  }

  /** Whether somebody is at it: then the station keeps the channel free of attempts. */
  hasGuests(): boolean {
    return this.isOpen() && driver.guests() > 0;
  }

  /** `p1-meter-` and what tells this chip from others. */
  name(): Bytes {
    this.nameWriter.clear();
    writeChipId(this.nameWriter);
    const id = this.nameWriter.view();
    this.line.clear();
    this.line.text("p1-meter-");
    this.line.bytes(id.subarray(2));
    this.nameWriter.clear();
    this.nameWriter.bytes(this.line.view());
    return this.nameWriter.view();
  }

  /** Its own key. It is made when it is first needed, and kept. */
  key(): Bytes {
    if (this.settings.text("access_point_key").length === 0) {
      this.line.clear();
      for (let i = 0; i < KEY_LENGTH; i++) {
        this.line.byte(LETTERS[system.random() & 31]);
      }
      this.settings.assign(utf8("access_point_key"), this.line.view());
      this.keeper.save();
    }
    return this.settings.text("access_point_key");
  }

  /** Writes what its owner has to know of it as a JSON object. */
  write(out: Writer): void {
    out.text('{"name":');
    out.jsonString(this.name());
    out.text(',"key":');
    out.jsonString(this.key());
    out.text(this.isOpen() ? ',"open":true}\n' : ',"open":false}\n');
  }

  /** `isUp`: the Wi-Fi is joined. `isKnown`: its name is set. */
  tick(isUp: boolean, isKnown: boolean, now: u32): void {
    if (driver.kind() !== "wifi") {
      return;
    }
    if (isUp !== this.wasUp) {
      this.wasUp = isUp;
      this.changedAt = now;
      this.key(); // It is to be seen before it is needed.
    }
    if (this.isFirst && u32(now - this.firstSince) >= FIRST_MS) {
      this.isFirst = false;
    }
    if (this.hasGuests()) {
      this.hadGuests = true;
      this.guestsAt = now;
    }
    this.change(this.wanted(isUp, isKnown, now));
    if (this.isOpen()) {
      this.names.tick(driver.accessPointAddress());
    }
  }

  private wanted(isUp: boolean, isKnown: boolean, now: u32): Mode {
    const since = u32(now - this.changedAt);
    if (isUp) {
      const isUsed = this.hadGuests && u32(now - this.guestsAt) < LINGER_MS && since < LINGER_MOST_MS;
      return isUsed ? this.mode : "closed";
    }
    if (isKnown && (this.mode === "lost" || since >= UNREACHABLE_MS)) {
      return "lost";
    }
    if (isKnown) {
      return this.isFirst ? this.mode : "closed";
    }
    return this.isFirst ? "first" : "closed";
  }

  private change(mode: Mode): void {
    if (mode === this.mode) {
      return;
    }
    if (mode === "closed") {
      this.mode = mode;
      this.names.close();
      driver.closeAccessPoint();
      log.write("info", utf8("The device's own access point is closed."));
      return;
    }
    if (!driver.openAccessPoint(this.name(), mode === "first" ? utf8("") : this.key())) {
      return; // The driver is busy: the next tick asks again.
    }
    if (!this.isOpen()) {
      this.names.open(driver.accessPointAddress());
    }
    this.mode = mode;
    this.hadGuests = false;
    this.line.clear();
    this.line.text("The device's own access point is open: ");
    this.line.bytes(this.nameWriter.view());
    this.line.text(mode === "first" ? ", for everybody." : ", with the key that its settings show.");
    log.write("info", this.line.view());
  }
}
