/** The device's name in the home, which may be another device's already: then it goes by another one until its owner has chosen. */

import { Writer, utf8, type Bytes, type u32 } from "ts2c";
import * as http from "#platform/http";
import * as log from "#platform/log";
import * as names from "#platform/names";
import { type NamesEvent } from "#platform/names";
import * as driver from "#platform/network";
import { writeChipId } from "../chip-id.ts";
import { SERVICE, records } from "../neighbours/homewizard-service.ts";
import { type Scratch } from "../scratch.ts";
import { type Settings } from "../settings/settings.ts";

/** The longest host name, and what the other one has behind it: `_` and the chip's number. */
const LONGEST = 32;
const BEHIND = 7;

/** Asks for it and announces it. */
export class OwnName {
  private readonly settings: Settings;
  private readonly scratch: Scratch;
  private asking: boolean = false;
  /** Whether the home knows the name, and that HomeWizard's clients find the device. */
  private isAnnounced: boolean = false;
  private isOffered: boolean = false;
  /** Whether somebody else answered to it. */
  isTaken: boolean = false;
  private readonly otherMemory: Uint8Array = new Uint8Array(LONGEST);
  private readonly other: Writer = new Writer(this.otherMemory);

  constructor(settings: Settings, scratch: Scratch) {
    this.settings = settings;
    this.scratch = scratch;
  }

  /** The network is up: who goes by the name? */
  ask(): void {
    this.asking = true;
    names.lookUp(this.settings.text("host_name"));
  }

  /** Whether the answer is still to come: the driver has one question at a time. */
  isAsking(): boolean {
    return this.asking;
  }

  /** The name that is nobody else's: as set, `_`, and the chip's number. */
  proposal(): Bytes {
    const name = this.settings.text("host_name");
    this.other.clear();
    this.other.bytes(name.subarray(0, LONGEST - BEHIND));
    this.other.text("_");
    writeChipId(this.other);
    return this.other.view();
  }

  /** The name by which the home finds the device. */
  name(): Bytes {
    return this.isTaken ? this.proposal() : this.settings.text("host_name");
  }

  /** Somebody answered, or nobody did. False where that is not about this name. */
  onName(event: NamesEvent, address: u32): boolean {
    if (!this.asking) {
      return false;
    }
    this.asking = false;
    // The device hears itself where it was known before.
    this.isTaken = event === "found" && address !== driver.address();
    if (this.isTaken) {
      log.write(
        "warning",
        utf8("Another device goes by this one's name: the page proposes one that nobody has, and it is announced."),
      );
    }
    names.announce(this.name());
    const port = http.port();
    if (port !== 0) {
      names.offer(utf8("_http"), port, utf8(""));
    }
    this.isAnnounced = true;
    this.offerHomeWizard();
    return true;
  }

  /** Shows the home what HomeWizard's clients look for, or takes it back, as the setting says. */
  offerHomeWizard(): void {
    const isOn = this.settings.on("homewizard");
    if (this.isAnnounced && (isOn || this.isOffered)) {
      this.isOffered = isOn;
      names.offer(utf8(SERVICE), isOn ? http.port() : 0, isOn ? records(this.scratch.out) : utf8(""));
    }
  }
}
