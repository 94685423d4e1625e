/** Writes scripts: the calls of a device's entries, as script.ts and harness.c read them. */

import assert from "node:assert/strict";
import type { Interface } from "../../tools/desk/engine/interface.ts";
import { STEADY } from "./answers.ts";

type Argument = string | Uint8Array | number | boolean;

/** Bits of the seed: a clock that tells the time and drivers that refuse nothing, a wired device, firmware without a login or on trial (answers.ts). */
export const PLAIN = 1 | STEADY;
export const MOODY = 1;
export const WIRED = 8;
export const WITHOUT_LOGIN = 16;
export const ON_TRIAL = 32;

/** How many keys of the driver of settings a script fills. */
export const KEPT_KEYS = 2;

/** The largest part of a body that the HTTP driver hands over. */
const PART = 1024;

/** The fields of a request's head: of anybody, and of who has the password. */
export const HOST = "host:p1_meter\r\n";
export const OWNER = `${HOST}authorization:Basic ${Buffer.from("admin:correct horse").toString("base64")}\r\n`;
/** What the driver makes of that password. */
export const HASH = Buffer.alloc(32, 5);

/** A script in the making. */
export class Writer {
  private readonly bytes: number[] = [];
  private readonly made: Interface;
  private requests = 0;

  /** `records`: what the driver of settings has kept under its first keys. */
  constructor(made: Interface, seed: number, ...records: readonly Uint8Array[]) {
    this.made = made;
    this.word(seed);
    for (let key = 0; key < KEPT_KEYS; key++) {
      this.part(records[key] ?? new Uint8Array(0));
    }
  }

  call(name: string, ...values: readonly Argument[]): this {
    const entries = this.made.entries.filter(({ module }) => module === "device");
    const index = entries.findIndex((entry) => entry.name === name);
    this.bytes.push(index);
    entries[index]?.parameters.forEach(({ type }, place) => {
      const value = values[place] ?? 0;
      const texts = this.made.enums[type];
      if (texts !== undefined) {
        this.bytes.push(texts.indexOf(value as string));
      } else if (typeof value === "number" || typeof value === "boolean") {
        this.number(Number(value));
      } else {
        this.part(typeof value === "string" ? Buffer.from(value) : value);
      }
    });
    return this;
  }

  /** A device with a network and a broker. */
  connect(...settings: readonly (readonly [string, string])[]): this {
    for (const [name, value] of [["broker_host", "broker"], ...settings] as const) {
      this.call("configure", name, value);
    }
    this.call("onNetwork", "up").call("onTick").call("onBroker", "connected");
    return this.pass(3);
  }

  pass(ticks: number): this {
    for (let i = 0; i < ticks; i++) {
      this.call("onTick");
    }
    return this;
  }

  /** So many milliseconds pass at once. */
  wait(milliseconds: number): this {
    const calls = this.made.entries.filter(({ module }) => module === "device").length;
    for (let left = milliseconds; left > 0; left -= 0xfffff) {
      this.bytes.push(calls + 1);
      this.word(Math.min(left, 0xfffff));
    }
    return this;
  }

  /** Bytes as the UART's driver gives them. */
  serial(bytes: Uint8Array): this {
    for (let at = 0; at < bytes.length; at += 240) {
      this.call("onSerial", bytes.subarray(at, at + 240));
    }
    return this;
  }

  /** Lines to which harness.c gives the right end. */
  lines(text: string): this {
    this.bytes.push(this.made.entries.filter(({ module }) => module === "device").length);
    return this.part(Buffer.from(text, "latin1"));
  }

  /** What a driver answers when it is asked next: bytes to fill in, or one byte. */
  answer(driver: string, value: Uint8Array | string | number): this {
    const calls = this.made.entries.filter(({ module }) => module === "device").length;
    const index = this.made.drivers.findIndex((one) => `${one.name}.${one.function}` === driver);
    assert.ok(index >= 0, driver);
    this.bytes.push(calls + 2, index);
    return this.part(typeof value === "number" ? Uint8Array.of(value) : Buffer.from(value as string));
  }

  request(method: string, path: string, fields: string, body: Uint8Array | string = "", guest = false): this {
    const bytes = Buffer.from(body as string);
    const id = (++this.requests % 7) + 1;
    this.answer("passwords.derive", 1).call("onRequest", id, method, path, fields, bytes.length, guest);
    if (fields === OWNER) {
      this.call("onDerived", HASH); // The password is checked before the body is asked for.
    }
    for (let at = 0; at < bytes.length; at += PART) {
      this.call("onHttp", id, "body", bytes.subarray(at, at + PART)).written(at === 0);
    }
    if (bytes.length > 0) {
      this.call("onHttp", id, "body", "").call("onUpdate", "installed"); // The body's end.
    }
    return this.call("onTick");
  }

  /** The flash has what it was given of an image; before the first part of it lies the erasing. */
  written(isFirst: boolean): this {
    return isFirst ? this.call("onUpdate", "ready").call("onUpdate", "written") : this.call("onUpdate", "written");
  }

  /** So many quarter hours pass at the meter. */
  quarters(count: number): this {
    for (let i = 0; i < count; i++) {
      const time = `26010${6 + (i >> 2)}12${String((i % 4) * 15).padStart(2, "0")}00W`;
      this.lines(`0-0:1.0.0(${time})\r\n1-0:1.8.1(${(1000 + i).toFixed(3).padStart(10, "0")}*kWh)\r\n`).pass(1);
    }
    return this;
  }

  /** The client of the last request takes so many parts of the answer. */
  room(parts: number): this {
    for (let i = 0; i < parts; i++) {
      this.call("onHttp", (this.requests % 7) + 1, "room", "").call("onTick");
    }
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private word(word: number): void {
    for (let shift = 0; shift < 32; shift += 8) {
      this.bytes.push((word >>> shift) & 0xff);
    }
  }

  private number(value: number): void {
    if (value < 8 || (value >= 0x80 && value < 0xf0)) {
      this.bytes.push(value);
    } else {
      this.bytes.push(0xf0);
      this.word(value);
    }
  }

  private part(bytes: Uint8Array): this {
    if (bytes.length <= 250) {
      this.bytes.push(bytes.length, ...bytes);
    } else {
      this.bytes.push(251, bytes.length & 0xff, bytes.length >> 8, ...bytes);
    }
    return this;
  }
}

/** A device whose password is set by a guest of its access point. */
export function owned(made: Interface, seed = PLAIN): Writer {
  return claimed(new Writer(made, seed));
}

/** The same, of a device to which something happened before. */
export function claimed(script: Writer): Writer {
  return script
    .call("onTick")
    .answer("settings.write", 1)
    .request("post", "/api/password", HOST, '{"password":"correct horse"}', true)
    .call("onDerived", HASH)
    .call("onSettings", "written");
}

/** A request of the owner, whose password is checked in the background. */
export function asOwner(script: Writer, method: string, path: string, body: Uint8Array | string = ""): Writer {
  return script.request(method, path, OWNER, body).room(12);
}
