/** Looks for a newer firmware at the address that a setting names, and fetches it. */

import { u32, utf8, type Bytes, type range, type Writer } from "ts2c";
import * as cipher from "#platform/cipher";
import * as clock from "#platform/clock";
import * as download from "#platform/download";
import { type DownloadEvent, type DownloadId } from "#platform/download";
import * as log from "#platform/log";
import * as system from "#platform/system";
import * as update from "#platform/update";
import { sameBytes } from "../bytes.ts";
import { type Settings } from "../settings/settings.ts";
import { Daily } from "./daily.ts";
import { refusalText, type Installation, type Step } from "./installation.ts";
import { hasScheme, isSecure, type Manifest } from "./manifest.ts";
import { downloadText, isPassing, leftText, manifestText } from "./pull-words.ts";
import { type Trial } from "./trial.ts";
import { orderOf } from "./version.ts";

/** The pause after the first failure in milliseconds; it doubles with each one in a row, up to ten minutes. */
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 600000;
const DOUBLINGS = 7;
/** After so many failures in a row, or after so long, the next day's look is waited for. */
const FAILURES = 10;
const PATIENCE_MS = 6 * 3600000;

const HASH_SIZE = 32;

/** The places of the choices of `update_check`. */
const OFF = 0;
const INSTALL = 2;

/**
 * `idle`: nothing is known to be newer. `checking`: the manifest is fetched. `available`: there is a newer version. `downloading`: its
 * image is. `waiting`: for the next attempt, since the last one broke. `installing`: all of it is there. `failed`: it did not go.
 */
export type PullState = "idle" | "checking" | "available" | "downloading" | "waiting" | "installing" | "failed";

/** The pull of updates. */
export class Pull {
  private readonly settings: Settings;
  readonly trial: Trial;
  private readonly installation: Installation;
  private readonly manifest: Manifest;
  private state: PullState = "idle";
  /** What went wrong, as a sentence. */
  private problem: string = "";
  /** Whether a person asked for the installation, or the setting does. */
  private byPerson: boolean = false;
  private installs: boolean = false;
  /** Whether the image is being fetched, or else the manifest. */
  private inImage: boolean = false;
  private id: DownloadId = 0;
  /** How much of the manifest or of the image is there, and how much comes that is there already. */
  private received: u32 = 0;
  private skip: u32 = 0;
  private failures: range<0, 10> = 0;
  private beganAt: u32 = 0;
  private pausedAt: u32 = 0;
  private readonly daily: Daily = new Daily();
  private readonly hash: Uint8Array = new Uint8Array(HASH_SIZE);

  constructor(settings: Settings, trial: Trial, installation: Installation, manifest: Manifest) {
    this.settings = settings;
    this.trial = trial;
    this.installation = installation;
    this.manifest = manifest;
  }

  /** Somebody asks to look now, or to install what is newer. False where that is under way already. */
  ask(installs: boolean, now: u32): boolean {
    if (this.isBusy()) {
      return false;
    }
    this.byPerson = true;
    this.begin(installs, now);
    return true;
  }

  private isBusy(): boolean {
    return this.state !== "idle" && this.state !== "available" && this.state !== "failed";
  }

  private begin(installs: boolean, now: u32): void {
    this.installs = installs;
    this.failures = 0;
    this.beganAt = now;
    this.problem = "";
    this.beginManifest(now);
  }

  private beginManifest(now: u32): void {
    const url = this.settings.text("update_url");
    this.inImage = false;
    this.received = 0;
    if (url.length === 0) {
      this.fail("No address is set where updates are: set update_url.");
    } else {
      this.fetch(url, 0, "checking", now);
    }
  }

  /** Begins an attempt to fetch something. */
  private fetch(url: Bytes, from: u32, state: PullState, now: u32): void {
    const plain = this.settings.on("update_unencrypted");
    this.id = u32(this.id + 1);
    if (!hasScheme(url) || (!plain && !isSecure(url))) {
      this.fail("The address of an update must begin with https://, unless update_unencrypted is on.");
    } else if (isSecure(url) && clock.utc() === 0) {
      this.pause("The time of day is not known yet, by which the server's certificate is checked.", now);
    } else if (download.open(this.id, url, from, plain)) {
      this.state = state;
    } else {
      this.pause("The download before has not ended, or there is no memory for one.", now);
    }
  }

  /** Something happened to a download. */
  onDownload(id: DownloadId, event: DownloadEvent, bytes: Bytes, now: u32): void {
    if (id !== this.id || (this.state !== "checking" && this.state !== "downloading")) {
      return;
    }
    switch (event) {
      case "begun":
        this.skip = u32(this.received - Math.min(download.offset(), this.received));
        download.receive();
        break;
      case "part":
        this.takePart(bytes);
        break;
      case "end":
        this.takeEnd(now);
        break;
      default:
        if (isPassing(event)) {
          this.pause(downloadText(event), now);
        } else {
          this.fail(downloadText(event));
        }
        break;
    }
  }

  private takePart(bytes: Bytes): void {
    const fresh = bytes.subarray(this.skip);
    this.skip = Math.max(0, this.skip - bytes.length);
    if (fresh.length === 0) {
      download.receive();
    } else if (this.inImage) {
      this.takeOfImage(fresh);
    } else {
      this.takeOfManifest(fresh);
    }
  }

  /** The manifest is collected where an image's head will be. */
  private takeOfManifest(bytes: Bytes): void {
    const memory = this.installation.memory;
    const received = this.received;
    if (this.installation.isBusy()) {
      this.fail(refusalText("busy"));
    } else if (received > memory.length || bytes.length > memory.length - received) {
      this.fail(manifestText("no-manifest"));
    } else {
      memory.set(bytes, received);
      this.received = received + bytes.length;
      download.receive();
    }
  }

  private takeOfImage(bytes: Bytes): void {
    this.received = u32(this.received + bytes.length);
    this.failures = 0;
    if (this.received > this.manifest.size) {
      this.fail("The image is longer than the manifest says.");
    } else if (!cipher.hashUpdate(bytes)) {
      this.fail("The image's checksum can't be computed.");
    } else {
      this.follow(this.installation.take(bytes));
    }
  }

  private takeEnd(now: u32): void {
    if (this.inImage) {
      this.endImage(now);
      return;
    }
    if (this.installation.isBusy()) {
      this.fail(refusalText("busy"));
      return;
    }
    const text = this.installation.memory.subarray(0, this.received);
    const fault = this.manifest.read(text, update.chip(), this.settings.text("update_url"));
    if (fault !== "none") {
      this.fail(manifestText(fault));
      return;
    }
    this.judge(now);
  }

  /** Decides what to do with the version that the manifest names. */
  private judge(now: u32): void {
    const version = this.manifest.version();
    const order = orderOf(version, this.trial.version());
    if (order === "older" || order === "same") {
      this.state = "idle";
      log.write("info", utf8("There is no newer firmware."));
      return;
    }
    if (!this.byPerson && !this.manifest.isFor(system.chipId())) {
      this.state = "idle";
      log.write("info", utf8("There is a newer firmware, but not yet for this device."));
      return;
    }
    this.state = "available";
    log.write("info", utf8("There is a newer firmware."));
    if (!this.installs) {
      return;
    }
    if (!this.byPerson && (order === "unknown" || this.trial.hasFailed(version))) {
      this.problem = leftText(order);
      log.write("warning", utf8(this.problem));
      return;
    }
    const step = this.installation.begin("pull", this.manifest.size, false);
    if (step !== "more") {
      this.fail(refusalText(step));
    } else if (!cipher.hashStart()) {
      this.fail("The image's checksum can't be computed.");
    } else {
      this.inImage = true;
      this.received = 0;
      this.fetch(this.manifest.url(), 0, "downloading", now);
    }
  }

  /** All of the image is there: it has to be the one that the manifest names. */
  private endImage(now: u32): void {
    if (this.received < this.manifest.size) {
      this.pause(downloadText("broken"), now);
    } else if (!cipher.hashFinish(this.hash) || !sameBytes(this.hash, this.manifest.hash())) {
      this.fail("The image is not the one that the manifest names: its checksum is wrong.");
    } else if (!sameBytes(this.installation.version(), this.manifest.version())) {
      this.fail("The image has another version than the manifest says.");
    } else {
      this.state = "installing";
      this.follow(this.installation.take(utf8("")));
    }
  }

  /** Goes on as the installation says. */
  follow(step: Step): void {
    if (this.installation.source !== "pull" || !this.isBusy() || step === "waits" || step === "installed") {
      return;
    }
    if (step !== "more") {
      this.fail(refusalText(step));
    } else if (this.state === "downloading") {
      download.receive();
    }
  }

  /** A person sends an image: what is fetched meanwhile is given up. */
  giveWay(): void {
    if (this.isBusy() && this.state !== "installing") {
      this.fail("Somebody sent an image meanwhile.");
    }
  }

  /** Looks once a day, each device at another time; and tries again what broke. */
  tick(now: u32): void {
    if (this.daily.hasBegun() && this.isLooking()) {
      this.byPerson = false;
      this.begin(this.settings.number("update_check") === INSTALL, now);
    }
    if (this.state === "waiting" && u32(now - this.pausedAt) >= this.pauseLength()) {
      if (this.inImage) {
        this.fetch(this.manifest.url(), this.received, "downloading", now);
      } else {
        this.beginManifest(now);
      }
    }
    if (this.isBusy() && this.state !== "installing" && u32(now - this.beganAt) >= PATIENCE_MS) {
      this.fail("The download takes too long.");
    }
  }

  private isLooking(): boolean {
    const isWanted = this.settings.number("update_check") !== OFF && this.settings.text("update_url").length > 0;
    return isWanted && !this.isBusy() && !this.trial.isRunning();
  }

  private pauseLength(): u32 {
    const doublings = Math.min(Math.max(this.failures, 1) - 1, DOUBLINGS);
    return Math.min(FIRST_PAUSE_MS << doublings, LONGEST_PAUSE_MS);
  }

  /** An attempt broke: it is tried again in a while, from where it broke on. */
  private pause(problem: string, now: u32): void {
    if (this.failures >= FAILURES) {
      this.fail(problem);
      return;
    }
    this.failures++;
    download.close();
    this.id = u32(this.id + 1);
    this.state = "waiting";
    this.pausedAt = now;
    this.problem = problem;
    log.write(this.failures === 1 ? "warning" : "debug", utf8(problem));
  }

  private fail(problem: string): void {
    download.close();
    this.id = u32(this.id + 1);
    if (this.installation.source === "pull") {
      this.installation.abort();
    }
    this.inImage = false;
    this.state = "failed";
    this.problem = problem;
    log.write("warning", utf8(problem));
  }

  /** Writes how it stands, as a JSON object. */
  write(out: Writer): void {
    out.text('{"state":"');
    out.text(this.state);
    out.text('"');
    if (this.state !== "idle" && this.manifest.version().length > 0) {
      out.text(',"version":');
      out.jsonString(this.manifest.version());
    }
    if (this.inImage) {
      out.text(',"received":');
      out.int(this.received);
      out.text(',"size":');
      out.int(this.manifest.size);
    }
    const problem = utf8(this.problem);
    if (problem.length > 0) {
      out.text(',"problem":');
      out.jsonString(problem);
    }
    out.text("}");
  }
}
