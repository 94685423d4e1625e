import { u32, utf8, Writer, type Bytes } from "ts2c";
import * as clock from "#platform/clock";
import * as log from "#platform/log";
import * as storage from "#platform/settings";
import { type SettingsEvent, type SettingsKey } from "#platform/settings";
import { type Scratch } from "../scratch.ts";
import { type LastGood } from "./last-good.ts";
import {
  entriesOf,
  hasNote,
  isLater,
  isRecord,
  RECORD_SIZE,
  RecordWriter,
  sequenceOf,
  unpack,
  writeNote,
} from "./record.ts";
import { type Settings } from "./settings.ts";

/** The sequence of the first saving. */
const FIRST = 1;

/**
 * Keeps the settings over a power cut: each saving goes to the key whose record is the older one, so that the newest whole record is
 * there whenever the power fails.
 */
export class Keeper {
  private readonly settings: Settings;
  private readonly scratch: Scratch;
  private readonly lastNetwork: LastGood;
  private readonly lastBroker: LastGood;
  private readonly writer: RecordWriter = new RecordWriter();
  private readonly line: Uint8Array = new Uint8Array(128);
  private readonly out: Writer = new Writer(this.line);
  /** The newest record: its key, and its sequence. */
  private newest: SettingsKey = "record_b";
  private sequence: u32 = 0;
  private saving: boolean = false;
  /** Something that is no record is being written, under that key; whether anything remains. */
  private storing: boolean = false;
  private stored: SettingsKey = "broker_ca";
  private storedIsEmpty: boolean = false;
  /** Something changed while a saving was under way. */
  private again: boolean = false;
  /** Whether what was written last is kept. */
  succeeded: boolean = true;
  /** Whether there is an authority of the user's own, and a certificate of the device's own. */
  hasAuthority: boolean = false;
  hasIdentity: boolean = false;
  /** Whether there should be: they were stored, and nobody removed them. */
  private expectsAuthority: boolean = false;
  private expectsIdentity: boolean = false;

  constructor(settings: Settings, scratch: Scratch, lastNetwork: LastGood, lastBroker: LastGood) {
    this.settings = settings;
    this.lastNetwork = lastNetwork;
    this.lastBroker = lastBroker;
    this.scratch = scratch;
  }

  /** Takes the newest record that is whole; without one the settings stay as they are. */
  load(): void {
    const memory = this.scratch.bytes.subarray(0, RECORD_SIZE);
    const a = storage.read("record_a", memory);
    const first = memory.subarray(0, a);
    const hasFirst = isRecord(first);
    const sequence = sequenceOf(first);
    if (hasFirst) {
      this.take("record_a", first);
    }
    const b = storage.read("record_b", memory);
    const second = memory.subarray(0, b);
    const hasSecond = isRecord(second);
    if (hasSecond && (!hasFirst || isLater(sequenceOf(second), sequence))) {
      this.settings.reset();
      this.take("record_b", second);
    }
    this.report("record_a", a, hasFirst, hasSecond);
    this.report("record_b", b, hasSecond, hasFirst);
    if (a === 0 && b === 0) {
      log.write("info", utf8("No settings are kept: the defaults are used."));
    }
    this.hasAuthority = storage.read("broker_ca", memory) > 0;
    this.hasIdentity = storage.read("broker_identity", memory) > 0;
    memory.fill(0); // That was a private key.
    this.missCertificates();
  }

  /** Tells of certificates that were lost. Those that firmware without notes of them stored are noted with the next saving. */
  private missCertificates(): void {
    if (this.expectsAuthority && !this.hasAuthority) {
      log.write(
        "warning",
        utf8(
          "The authority's certificate for the broker was lost: send it again, or remove it. Until then the usual authorities count.",
        ),
      );
    }
    if (this.expectsIdentity && !this.hasIdentity) {
      log.write(
        "warning",
        utf8(
          "The device's own certificate for the broker was lost: send it again, or remove it. Until then the broker gets none.",
        ),
      );
    }
    this.expectsAuthority = this.expectsAuthority || this.hasAuthority;
    this.expectsIdentity = this.expectsIdentity || this.hasIdentity;
  }

  private take(key: SettingsKey, record: Bytes): void {
    this.newest = key;
    this.sequence = sequenceOf(record);
    const { skipped } = unpack(record, this.settings);
    this.lastNetwork.resume(entriesOf(record), clock.millis());
    this.lastBroker.resume(entriesOf(record), clock.millis());
    this.expectsAuthority = hasNote(entriesOf(record), utf8("broker_ca"));
    this.expectsIdentity = hasNote(entriesOf(record), utf8("broker_identity"));
    if (skipped > 0) {
      this.out.clear();
      this.out.int(skipped);
      this.out.text(" of the kept settings are unknown to this firmware, or not allowed, and were left out.");
      log.write("warning", this.out.view());
    }
  }

  /** Tells of a record that is not whole, or was lost: the first saving goes to both, so both are there or none is. */
  private report(key: SettingsKey, length: u32, isWhole: boolean, hasOther: boolean): void {
    if (!isWhole && (length > 0 || hasOther)) {
      this.out.clear();
      this.out.text("The settings' ");
      this.out.text(key);
      this.out.text(length > 0 ? " was damaged" : " is missing");
      this.out.text(hasOther ? ": the other record is used." : ": the defaults are used.");
      log.write("warning", this.out.view());
    }
  }

  /** Saves the settings as they are, or as they will be when the saving that is under way ends. */
  save(): void {
    if (this.isBusy()) {
      this.again = true;
      return;
    }
    const key: SettingsKey = this.newest === "record_a" ? "record_b" : "record_a";
    this.again = false;
    this.writer.begin(this.settings, u32(this.sequence + 1), this.scratch.out);
    this.lastNetwork.pack(this.scratch.out);
    this.lastBroker.pack(this.scratch.out);
    if (this.expectsAuthority) {
      writeNote(this.scratch.out, utf8("broker_ca"));
    }
    if (this.expectsIdentity) {
      writeNote(this.scratch.out, utf8("broker_identity"));
    }
    this.saving = storage.write(key, this.writer.end(this.scratch.out));
    this.succeeded = this.saving;
    if (!this.saving) {
      complain();
    }
  }

  /** Whether something is being written. */
  isBusy(): boolean {
    return this.saving || this.storing;
  }

  /** Stores something else than the settings; an empty one removes what is there. False while something is being written. */
  store(key: SettingsKey, bytes: Bytes): boolean {
    if (this.isBusy()) {
      return false;
    }
    this.stored = key;
    this.storedIsEmpty = bytes.length === 0;
    this.storing = storage.write(key, bytes);
    this.succeeded = this.storing;
    return this.storing;
  }

  /** What became of a writing. True when it was of {@link store}. */
  onEvent(event: SettingsEvent): boolean {
    const stored = this.storing;
    this.storing = false;
    this.succeeded = event === "written";
    if (stored) {
      this.noteStored(event);
    } else {
      this.noteSaved(event);
    }
    if (this.again) {
      this.save();
    }
    return stored;
  }

  private noteStored(event: SettingsEvent): void {
    const isThere = event === "written" && !this.storedIsEmpty;
    const before = this.stored === "broker_ca" ? this.expectsAuthority : this.expectsIdentity;
    if (this.stored === "broker_ca") {
      this.hasAuthority = isThere;
      this.expectsAuthority = isThere;
    } else {
      this.hasIdentity = isThere;
      this.expectsIdentity = isThere;
    }
    this.again = this.again || isThere !== before;
  }

  private noteSaved(event: SettingsEvent): void {
    this.saving = false;
    if (event === "written") {
      this.newest = this.newest === "record_a" ? "record_b" : "record_a";
      this.sequence = u32(this.sequence + 1);
      this.again = this.again || this.sequence === FIRST;
    } else {
      complain();
    }
  }
}

function complain(): void {
  log.write("error", utf8("The settings could not be saved: they hold until the device restarts."));
}
