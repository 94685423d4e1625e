/** A Wi-Fi that somebody chose on the page or at the console: it is tried before anything of it is kept. */

import { u32, Writer, type Bytes } from "ts2c";
import { type NetworkEvent } from "#platform/network";

/** How it goes; after it ended, how it went, until the next one. */
export type AttemptState = "idle" | "trying" | "joined" | "wrong-password" | "not-found" | "refused" | "no-address";

/** How long the answer to whoever asked is given to go out, in milliseconds: joining may move the access point's channel. */
const ANSWER_MS = 300;

/** What the driver says of an attempt that did not succeed. */
function stateAfter(event: NetworkEvent): AttemptState {
  switch (event) {
    case "wrong-password":
      return "wrong-password";
    case "not-found":
      return "not-found";
    case "no-address":
      return "no-address";
    default:
      return "refused";
  }
}

/** The newest attempt. */
export class Attempt {
  state: AttemptState = "idle";
  private waits: boolean = false;
  private askedAt: u32 = 0;
  private readonly nameMemory: Uint8Array = new Uint8Array(32);
  private readonly nameWriter: Writer = new Writer(this.nameMemory);
  private readonly passwordMemory: Uint8Array = new Uint8Array(64);
  private readonly passwordWriter: Writer = new Writer(this.passwordMemory);

  /** Forgets what was tried; how that went stays. A password is not kept longer than it is needed. */
  clear(): void {
    this.waits = false;
    this.nameWriter.clear();
    this.passwordWriter.clear();
    this.passwordMemory.fill(0);
  }

  /** The name and the password of the next attempt, which the settings allow. */
  setName(name: Bytes): void {
    this.nameWriter.clear();
    this.nameWriter.bytes(name);
  }

  setPassword(password: Bytes): void {
    this.passwordWriter.clear();
    this.passwordWriter.bytes(password);
  }

  /** It is to be tried. */
  ask(now: u32): void {
    this.state = "trying";
    this.waits = true;
    this.askedAt = now;
  }

  name(): Bytes {
    return this.nameWriter.view();
  }

  password(): Bytes {
    return this.passwordWriter.view();
  }

  isOn(): boolean {
    return this.state === "trying";
  }

  /** Whether the driver is to begin with it now: true once. */
  isDue(now: u32): boolean {
    if (!this.waits || u32(now - this.askedAt) < ANSWER_MS) {
      return false;
    }
    this.waits = false;
    return true;
  }

  /** The driver's answer. */
  end(event: NetworkEvent): void {
    this.state = event === "up" ? "joined" : stateAfter(event);
    this.clear();
  }

  /** The settings changed meanwhile: they are what counts. */
  cancel(): void {
    if (this.isOn()) {
      this.state = "idle";
      this.clear();
    }
  }
}
