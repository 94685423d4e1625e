/** What the device is told over MQTT, on `<root>/command`. */

import { Writer, utf8, type Bytes } from "ts2c";
import * as broker from "#platform/broker";
import * as log from "#platform/log";
import { sameBytes } from "../bytes.ts";
import { type Settings } from "../settings/settings.ts";
import { rootTopic } from "../simulator/simulated.ts";

/**
 * `resend`: every reading and figure is published again, at once. `restart`: the device restarts in half a minute, unless
 * `cancel` comes. `identify`: its lights show where it is. `none`: the message is no command.
 */
export type Command = "resend" | "restart" | "cancel" | "identify" | "none";

/** How much of a message that is no command the log shows, in bytes. */
const SHOWN = 32;

/** Understands the messages on the command topic. */
export class Commands {
  private readonly settings: Settings;
  private readonly topicBuffer: Uint8Array = new Uint8Array(96);
  /** The topic of the connection that stands: the root topic may have changed since. */
  private readonly topic: Writer = new Writer(this.topicBuffer);
  private readonly lineBuffer: Uint8Array = new Uint8Array(320);
  private readonly line: Writer = new Writer(this.lineBuffer);
  private due: boolean = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** The broker is connected anew, and knows of no subscription. */
  renew(): void {
    this.topic.clear();
    this.topic.bytes(rootTopic(this.settings));
    this.topic.text("/command");
    this.due = true;
  }

  /** Subscribes when that is due. False when the broker takes nothing now. */
  tick(): boolean {
    if (this.due && !broker.subscribe(this.topic.view())) {
      return false;
    }
    this.due = false;
    return true;
  }

  /**
   * The command that a message is. One that the broker kept is none: it would come again after each connection, for
   * ever.
   */
  understand(topic: Bytes, payload: Bytes, retained: boolean): Command {
    if (!sameBytes(topic, this.topic.view())) {
      return "none";
    }
    if (retained) {
      log.write("warning", utf8("A retained command is ignored: publish commands without the retain flag."));
      return "none";
    }
    const command = commandOf(payload);
    if (command !== "none") {
      return command;
    }
    this.line.clear();
    this.line.text("The command ");
    writeExcerpt(this.line, payload);
    this.line.text(" is not known. There are: resend, restart, cancel, identify.");
    log.write("warning", this.line.view());
    return "none";
  }
}

/** The command of that name. */
function commandOf(name: Bytes): Command {
  if (sameBytes(name, utf8("resend"))) {
    return "resend";
  }
  if (sameBytes(name, utf8("restart"))) {
    return "restart";
  }
  if (sameBytes(name, utf8("cancel"))) {
    return "cancel";
  }
  return sameBytes(name, utf8("identify")) ? "identify" : "none";
}

/** Writes the beginning of bytes that may be anything, in quotes: what is not ASCII as a dot. */
function writeExcerpt(out: Writer, bytes: Bytes): void {
  out.byte(QUOTE);
  for (const byte of bytes.subarray(0, SHOWN)) {
    out.byte(byte >= 32 && byte < 127 && byte !== QUOTE ? byte : DOT);
  }
  out.text(bytes.length > SHOWN ? '…"' : '"');
}

const QUOTE = 34;
const DOT = 46;
