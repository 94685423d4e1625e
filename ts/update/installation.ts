/** Puts an image into the slot that does not run: part after part, each as soon as the flash has the one before. */

import { u32, utf8, type Bytes, type range } from "ts2c";
import * as log from "#platform/log";
import * as system from "#platform/system";
import * as update from "#platform/update";
import { type UpdateEvent } from "#platform/update";
import { HTTP_PART } from "../sockets.ts";
import { IMAGE_HEAD, examine, versionOf } from "./image.ts";
import { type Trial } from "./trial.ts";
import { orderOf } from "./version.ts";

/** Between the installation and the restart, so that an answer arrives, in milliseconds. */
const RESTART_MS = 1000;

/** Who brings the image: somebody over HTTP, or the device fetches it. */
export type Source = "nobody" | "push" | "pull";

/**
 * `head`: the image's head is collected; `starting`, `writing`, `finishing`: the flash works; `restarting`: the image is
 * installed.
 */
type State = "idle" | "head" | "starting" | "writing" | "finishing" | "restarting";

/**
 * What is next: the next part is wanted; the flash works; the image is installed. All others are refusals, which end the installation; the
 * running image stays.
 */
export type Step =
  | "more"
  | "waits"
  | "installed"
  | "busy"
  | "trial"
  | "too-large"
  | "older"
  | "broken-off"
  | "damaged"
  | "flash"
  | "no-image"
  | "other-chip"
  | "other-project";

/** The sentence for a refusal. */
export function refusalText(refusal: Step): string {
  switch (refusal) {
    case "busy":
      return "Another update is under way.";
    case "trial":
      return "The running firmware is on trial itself: wait until it is confirmed, or restart the device to go back.";
    case "too-large":
      return "This image is larger than the flash has room for.";
    case "older":
      return "This image is older than the firmware that runs: add ?older=yes to the address if you mean it.";
    case "broken-off":
      return "The image broke off.";
    case "damaged":
      return "This image is damaged, or not signed as it must be: its checksum or its signature is wrong.";
    case "other-chip":
      return "This image is for another chip.";
    case "other-project":
      return "This image is another project's.";
    case "no-image":
      return "This is no firmware image.";
    default:
      return "The flash could not be written.";
  }
}

/** One installation at a time. */
export class Installation {
  private readonly trial: Trial;
  private state: State = "idle";
  /** Who brings the image, or brought the last one. */
  source: Source = "nobody";
  /** Whether an older version may be installed. */
  private anyVersion: boolean = false;
  /** How long the image is, and how much of it came. */
  private length: u32 = 0;
  received: u32 = 0;
  private installedAt: u32 = 0;
  /** The image's head, and what came with it. While no image is written, its bytes are free for others. */
  readonly memory: Uint8Array = new Uint8Array(IMAGE_HEAD + HTTP_PART);
  private used: range<0, 1312> = 0;

  constructor(trial: Trial) {
    this.trial = trial;
  }

  /** Whether an image is being taken, or was. */
  isBusy(): boolean {
    return this.state !== "idle";
  }

  /** Begins with an image of `length` bytes: `more`, or why not. */
  begin(source: Source, length: u32, anyVersion: boolean): Step {
    if (this.isBusy()) {
      return "busy";
    }
    if (this.trial.isRunning()) {
      return "trial";
    }
    if (length < IMAGE_HEAD) {
      return "no-image";
    }
    if (length > update.slotSize()) {
      return "too-large";
    }
    this.state = "head";
    this.source = source;
    this.anyVersion = anyVersion;
    this.length = length;
    this.received = 0;
    this.used = 0;
    return "more";
  }

  /** The next part, of at most `HTTP_PART` bytes; an empty one is the end. */
  take(part: Bytes): Step {
    this.received = u32(this.received + part.length);
    if (part.length === 0) {
      return this.takeEnd();
    }
    if (this.state === "head") {
      return this.collect(part);
    }
    return this.state === "writing" && update.write(part) ? "waits" : this.refuse("flash");
  }

  private takeEnd(): Step {
    if (this.received < this.length || this.state !== "writing") {
      return this.refuse("broken-off");
    }
    this.state = "finishing";
    this.trial.remember();
    update.finish();
    return "waits";
  }

  /** Collects the image's head, and starts to write when it is there and right. */
  private collect(part: Bytes): Step {
    const used = this.used;
    if (part.length > this.memory.length - used) {
      return this.refuse("flash");
    }
    this.memory.set(part, used);
    this.used = used + part.length;
    if (this.used < IMAGE_HEAD) {
      return "more";
    }
    switch (examine(this.memory, update.chip())) {
      case "no-image":
        return this.refuse("no-image");
      case "other-chip":
        return this.refuse("other-chip");
      case "other-project":
        return this.refuse("other-project");
      case "none":
        break;
    }
    if (!this.anyVersion && orderOf(this.version(), this.trial.version()) === "older") {
      return this.refuse("older");
    }
    this.state = "starting";
    this.trial.overwrite();
    update.begin();
    return "waits";
  }

  /** The version that the image names, once its head is there. */
  version(): Bytes {
    return versionOf(this.memory);
  }

  /** How the driver's work went. */
  onUpdate(event: UpdateEvent, now: u32): Step {
    switch (event) {
      case "ready":
        if (this.state === "starting") {
          this.state = "writing";
          update.write(this.memory.subarray(0, this.used));
        }
        return "waits";
      case "written":
        return this.state === "writing" ? "more" : "waits";
      case "installed":
        if (this.state !== "finishing") {
          return "waits";
        }
        this.state = "restarting";
        this.installedAt = now;
        log.write("info", utf8("An update is installed: the device restarts."));
        return "installed";
      case "damaged":
        return this.state === "idle" ? "waits" : this.refuse("damaged");
      case "failed":
        return this.state === "idle" ? "waits" : this.refuse("flash");
      case "confirmed":
        this.trial.confirmed();
        return "waits";
    }
  }

  /** Watches over the running image's trial, and restarts into a new one when an answer had time to go out. */
  tick(now: u32): void {
    this.trial.tick(now);
    if (this.state === "restarting" && u32(now - this.installedAt) >= RESTART_MS) {
      this.state = "idle";
      system.restart();
    }
  }

  /** Gives up what is under way; the running image stays. An image that is installed already stays so. */
  abort(): void {
    if (this.state === "restarting") {
      return;
    }
    if (this.state !== "idle" && this.state !== "head") {
      update.abort();
    }
    this.state = "idle";
  }

  private refuse(refusal: Step): Step {
    this.abort();
    return refusal;
  }
}
