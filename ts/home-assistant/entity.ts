/** The message that tells Home Assistant of one entity. */

import { Writer, utf8, type Bytes, type u8 } from "ts2c";
import { type Kind, type Shown } from "../meter/catalogue.ts";
import { isDigit, lowerCase } from "../p1/ascii.ts";
import { type Message } from "../publish/message.ts";
import { type Limit } from "../settings/setting.ts";
import { type Settings } from "../settings/settings.ts";
import { rootTopic } from "../simulator/simulated.ts";
import * as http from "#platform/http";
import * as update from "#platform/update";
import { type Identity } from "./identity.ts";

/** The kinds of entity that this device has. */
export type Component = "sensor" | "binary_sensor" | "button";

/**
 * What must be there for an entity to be available: the device alone (what it says of itself), or the meter too (its
 * readings).
 */
export type Needs = "device" | "device-and-meter";

const SLASH: u8 = 47;
const UNDERSCORE: u8 = 95;
const SPACE: u8 = 32;
const SMALL_L: u8 = 0x6c;
const CAPITAL_L: u8 = 0x4c;

/** Writes a topic as a name that people read: `instant/voltage/l1` is "Instant voltage L1". */
function writeName(out: Writer, path: Bytes): void {
  for (let i = 0; i < path.length; i++) {
    const byte = path[i];
    const isFirst = i === 0;
    const isAfterSlash = i > 0 && path[i - 1] === SLASH;
    const isPhase = byte === SMALL_L && isAfterSlash && i + 1 < path.length && isDigit(path[i + 1]);
    if (byte === SLASH || byte === UNDERSCORE) {
      out.byte(SPACE);
    } else if (isPhase) {
      out.byte(CAPITAL_L);
    } else {
      out.byte(isFirst && byte >= 97 && byte <= 122 ? byte - 32 : byte);
    }
  }
}

/** Writes a topic as an id: Home Assistant takes letters, digits, `_` and `-`. */
function writeId(out: Writer, path: Bytes): void {
  for (const byte of path) {
    const letter = lowerCase(byte);
    const isPlain = isDigit(byte) || (letter >= 97 && letter <= 122) || byte === 45;
    out.byte(isPlain ? byte : UNDERSCORE);
  }
}

function iconOf(behaves: Kind): string {
  switch (behaves) {
    case "counter":
      return "mdi:counter";
    case "gauge":
      return "mdi:gauge";
    case "word":
      return "mdi:information-outline";
    case "text":
      return "mdi:message-text-outline";
    case "time":
      return "mdi:clock-outline";
    case "list":
      return "mdi:history";
  }
}

/** Writes such messages. Source: Home Assistant's documentation of MQTT discovery, as of 2024.3. */
export class Entity {
  readonly settings: Settings;
  readonly message: Message;
  readonly identity: Identity;
  private readonly buffer: Uint8Array = new Uint8Array(192);
  /** A topic in the making. */
  private readonly path: Writer = new Writer(this.buffer);

  private readonly version: Uint8Array = new Uint8Array(32);

  constructor(settings: Settings, message: Message, identity: Identity) {
    this.settings = settings;
    this.message = message;
    this.identity = identity;
  }

  /** Begins a message without payload, which removes an entity. `name` is what becomes its name and its id. */
  begin(component: Component, name: Bytes): void {
    const topic = this.message.topic;
    this.message.beginBelow(this.identity.prefix());
    topic.text(component);
    topic.text("/");
    this.identity.writeDeviceId(topic);
    topic.text("/");
    writeId(topic, name);
    topic.text("/config");
  }

  /** Gives it a payload, which makes an entity or renews it. What is special to it follows, then {@link end}. */
  open(name: Bytes): void {
    const out = this.message.payload;
    out.text('{"name":"');
    writeName(out, name);
    out.text('","unique_id":"');
    this.identity.writeDeviceId(out);
    out.text("_");
    writeId(out, name);
    out.text('"');
  }

  /** Adds a text that needs no escaping; an empty one is left out. */
  text(key: string, value: string): void {
    if (utf8(value).length > 0) {
      this.bytes(key, utf8(value));
    }
  }

  /** Adds a text. */
  bytes(key: string, value: Bytes): void {
    this.message.payload.text(',"');
    this.message.payload.text(key);
    this.message.payload.text('":');
    this.message.payload.jsonString(value);
  }

  /** Adds a topic: the root, `branch`, `path` and `ending`. */
  topic(key: string, branch: string, path: Bytes, ending: string): void {
    this.path.clear();
    this.path.bytes(rootTopic(this.settings));
    this.path.text(branch);
    this.path.bytes(path);
    this.path.text(ending);
    this.bytes(key, this.path.view());
  }

  /** Adds how its state behaves and where it is shown; it gets a picture only where it has no device class. */
  manner(behaves: Kind, shown: Shown, deviceClass: string): void {
    this.text("device_class", deviceClass);
    if (behaves === "counter" || behaves === "gauge") {
      this.text("state_class", behaves === "counter" ? "total_increasing" : "measurement");
    }
    if (deviceClass === "") {
      this.text("icon", iconOf(behaves));
    }
    if (shown !== "main") {
      this.text("entity_category", "diagnostic");
    }
    if (shown === "rare") {
      this.message.payload.text(',"enabled_by_default":false');
    }
  }

  /** Adds after how many seconds without a message its state is no longer known: two publications of all and a minute. */
  expires(interval: Limit): void {
    this.message.payload.text(',"expire_after":');
    this.message.payload.int(2 * interval + 60);
  }

  /** Ends the payload with what must be there, and whose entity it is. `model` is empty while no meter was heard. */
  end(needs: Needs, model: Bytes): void {
    const out = this.message.payload;
    out.text(',"availability":[');
    this.writeAvailability("device");
    if (needs === "device-and-meter") {
      out.text(",");
      this.writeAvailability("meter");
    }
    out.text('],"availability_mode":"all","device":{"identifiers":["');
    this.identity.writeDeviceId(out);
    out.text('"]');
    this.bytes("name", this.settings.text("device_name"));
    this.bytes("sw_version", this.version.subarray(0, update.version(this.version)));
    this.writePage();
    if (model.length > 0) {
      this.bytes("model", model);
    }
    out.text("}}");
  }

  /** Adds where the device's own page is, if it has one. */
  private writePage(): void {
    const port = http.port();
    if (port === 0) {
      return;
    }
    this.path.clear();
    this.path.text("http://");
    this.path.bytes(this.settings.text("host_name"));
    this.path.text(".local");
    if (port !== 80) {
      this.path.text(":");
      this.path.int(port);
    }
    this.bytes("configuration_url", this.path.view());
  }

  private writeAvailability(of: string): void {
    this.path.clear();
    this.path.bytes(rootTopic(this.settings));
    this.path.text("/availability/");
    this.path.text(of);
    this.message.payload.text('{"topic":');
    this.message.payload.jsonString(this.path.view());
    this.message.payload.text("}");
  }
}
