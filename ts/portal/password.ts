/** The page's password: kept as a slow hash with salt, checked in the background, one at a time. */

import { Writer, u32, type Bytes, type range } from "ts2c";
import * as passwords from "#platform/passwords";
import * as system from "#platform/system";
import { parseHex } from "../bytes.ts";
import { type SettingName } from "../settings/setting.ts";
import { PASSWORD_LENGTH } from "../settings/values.ts";
import { type Settings } from "../settings/settings.ts";
import { sameSecret } from "./same-secret.ts";

/** The setting that keeps it: a mark for this hash and its rounds, then salt and hash as hexadecimal digits. */
const SETTING: SettingName = "login_password";
const MARK = "p2";
const SALT_AT = 2;
const HASH_AT = 34;
const HASH_LENGTH = 32;

/** A second or so on the slowest of the chips; other rounds would take another mark. */
const ROUNDS = 10000;

/** After so many wrong passwords in a row the next one has to wait, longer with each one. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 1000;
const DOUBLINGS = 6;

/** What a password may be, in bytes. */
const SHORTEST = 8;
const LONGEST = 64;

/** Whether that may become the password. */
export function mayBePassword(text: Bytes): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && !hasZero(text);
}

/** HMAC fills its key up with zeros: a password and the same with one behind it would be two words for one. */
function hasZero(text: Bytes): boolean {
  return text.indexOf(0) >= 0;
}

/** What a password is derived for. */
export type Purpose = "check" | "set";

/** `started`; `busy`: another one is being derived; `wait`: too many were wrong; `wrong`: no password is like that. */
export type Start = "started" | "busy" | "wait" | "wrong";

/** Checks passwords, and sets the one. */
export class Password {
  private readonly settings: Settings;
  private running: boolean = false;
  private purpose: Purpose = "check";
  private failures: range<0, 255> = 0;
  private failedAt: u32 = 0;
  private readonly salt: Uint8Array = new Uint8Array(16);
  /** A key of this run, by which the password that was right last is known again without the slow hash. */
  private readonly key: Uint8Array = new Uint8Array(32);
  private keyed: boolean = false;
  /** The digest of the password that somebody asks about, and of the one that is being derived: others may ask meanwhile. */
  private readonly asked: Uint8Array = new Uint8Array(HASH_LENGTH);
  private hasCandidate: boolean = false;
  private readonly candidate: Uint8Array = new Uint8Array(HASH_LENGTH);
  private readonly remembered: Uint8Array = new Uint8Array(HASH_LENGTH);
  private remembers: boolean = false;
  /** Whether the last that was compared with it was another one, and when. */
  private missed: boolean = false;
  private missedAt: u32 = 0;
  private readonly keptMemory: Uint8Array = new Uint8Array(PASSWORD_LENGTH);
  private readonly kept: Writer = new Writer(this.keptMemory);

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Whether there is one. */
  isSet(): boolean {
    return this.settings.text(SETTING).length === PASSWORD_LENGTH;
  }

  /**
   * Whether this is the password that was right last. One a second is looked at after a wrong one, so that nobody guesses faster here
   * than at the slow hash, which still takes the right one meanwhile.
   */
  isKnown(password: Bytes, now: u32): boolean {
    if (!this.remembers || (this.missed && u32(now - this.missedAt) < FIRST_WAIT_MS)) {
      return false;
    }
    const known = this.digest(password, this.asked) && sameSecret(this.asked, this.remembered);
    this.missed = !known;
    this.missedAt = now;
    return known;
  }

  /** The password is another one now: what was right is right no more. */
  forget(): void {
    this.remembers = false;
    this.remembered.fill(0);
  }

  /** Begins to check a password, or to set it. {@link onDerived} ends it. */
  start(purpose: Purpose, password: Bytes, now: u32): Start {
    if (password.length === 0 || password.length > LONGEST || hasZero(password)) {
      return "wrong";
    }
    if (purpose === "check" && this.secondsLeft(now) > 0) {
      return "wait";
    }
    if (this.running) {
      return "busy";
    }
    if (purpose === "check") {
      parseHex(this.settings.text(SETTING).subarray(SALT_AT, HASH_AT), this.salt);
    } else {
      fillRandom(this.salt);
    }
    this.hasCandidate = this.digest(password, this.candidate);
    this.purpose = purpose;
    this.running = passwords.derive(password, this.salt, ROUNDS);
    return this.running ? "started" : "busy";
  }

  /** How many seconds the next try has to wait, one that has begun included; 0 where it may be made now. */
  secondsLeft(now: u32): range<0, 64> {
    if (this.failures < FREE_TRIES) {
      return 0;
    }
    const pause = FIRST_WAIT_MS << Math.min(this.failures - FREE_TRIES, DOUBLINGS);
    const left = Math.max(0, pause - u32(now - this.failedAt));
    return Math.trunc((left + 999) / 1000);
  }

  /**
   * The hash is there. Whether the password was right; one that was to be set is set with this, and {@link setting} says what is
   * to be kept.
   */
  onDerived(hash: Bytes, now: u32): boolean {
    if (!this.running) {
      return false;
    }
    this.running = false;
    if (hash.length !== HASH_LENGTH) {
      return false;
    }
    if (this.purpose === "check" && !this.isKept(hash)) {
      this.failures = Math.min(this.failures + 1, 255);
      this.failedAt = now;
      return false;
    }
    this.failures = 0;
    this.remembered.set(this.candidate);
    this.remembers = this.hasCandidate;
    if (this.purpose === "set") {
      this.write(hash);
    }
    return true;
  }

  /** Whether a hash is that of the password as it is now, which may be another one than when the check began. */
  private isKept(hash: Bytes): boolean {
    const kept = new Uint8Array(HASH_LENGTH);
    parseHex(this.settings.text(SETTING).subarray(HASH_AT), kept);
    return this.isSet() && sameSecret(hash, kept);
  }

  /** What the setting `login_password` is to be, after a password was set. */
  setting(): Bytes {
    return this.kept.view();
  }

  private write(hash: Bytes): void {
    this.kept.clear();
    this.kept.text(MARK);
    this.kept.hex(this.salt);
    this.kept.hex(hash);
  }

  /** Digests a password. The key is made when it is first needed, since chance may not be there at power-up. */
  private digest(password: Bytes, into: Uint8Array): boolean {
    if (!this.keyed) {
      this.keyed = true;
      fillRandom(this.key);
    }
    return passwords.digest(this.key, password, into);
  }
}

function fillRandom(bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = system.random() & 0xff;
  }
}
