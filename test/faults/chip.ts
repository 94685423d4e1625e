/** The rest of the drivers: flash, page, lights, and a computer that may restart. */

import { utf8, type Bytes } from "ts2c";
import type { UpdateEvent } from "../../ts/platform/update.ts";
import type { Driver } from "./engine.ts";
import { Flash } from "./flash.ts";
import type { Clock, House } from "./house.ts";
import { must } from "./judge.ts";
import type { Random } from "../differential/random.ts";

const text = (bytes: Bytes): string => Buffer.from(bytes).toString("latin1");
const PART = 1024;
const RESTART_MS = 2000;

/** A firmware image on its way to the device: how it ends. */
export interface Upload {
  readonly bytes: Buffer;
  readonly version: string;
  /** `breaks`: the client goes away in the middle. `damaged`: the chip finds the checksum wrong. `flash`: it can't be written. */
  readonly how: "whole" | "breaks" | "damaged" | "flash";
}

/** An answer of the device's page. */
interface Answer {
  status: number;
  body: string;
  ended: boolean;
}

/** One board. */
export class Chip {
  readonly flash: Flash;
  private readonly house: House;
  private readonly random: Random;
  private readonly clock: Clock;
  /** The settings as they are, for what is being kept of them. */
  settings: ReadonlyMap<string, string> = new Map();
  readonly colours = ["0,0,0", "0,0,0", "0,0,0"];
  /** Whether the device asked for a restart. */
  wantsRestart = false;
  startReason = "power";
  /** Whether somebody told the time since the power came. */
  knowsTime = false;
  errors = 0;
  onConfirm: () => void = () => undefined;
  private readonly answers = new Map<number, Answer>();
  private lastRequest = 0;
  private upload: { readonly id: number; readonly of: Upload; sent: number } | null = null;
  /** Which update it is: one that was given up has no events. */
  private updating = 0;
  private uploadedAt = -RESTART_MS;
  private records: Uint8Array[] = [];

  constructor(random: Random, house: House, clock: Clock) {
    this.random = random;
    this.house = house;
    this.clock = clock;
    this.flash = new Flash(random);
  }

  /** All drivers, by name. */
  drivers(): Readonly<Record<string, Driver>> {
    const nothing = (): void => undefined;
    const seldomFound = (): number => 0;
    return {
      broker: this.house.broker,
      network: this.house.network,
      clock: {
        millis: () => this.clock.millis(),
        utc: () => (this.knowsTime ? this.clock.utc() : 0),
        assume: nothing,
        synchronise: nothing,
      },
      cipher: {
        gcmStart: () => false,
        gcmUpdate: () => false,
        gcmFinish: () => false,
        hashStart: () => false,
        hashUpdate: () => false,
        hashFinish: () => false,
      },
      console: { listen: nothing, write: nothing, send: nothing },
      datagrams: { open: () => true, close: nothing, receive: seldomFound, answer: nothing, send: () => true },
      download: { open: () => false, offset: seldomFound, receive: nothing, close: nothing },
      http: this.http,
      lights: {
        set: (index: number, red: number, green: number, blue: number) => {
          this.colours[index] = `${red},${green},${blue}`;
        },
      },
      log: {
        write: (level: string) => {
          this.errors += level === "error" ? 1 : 0;
        },
        oldest: seldomFound,
        read: seldomFound,
      },
      memory: {
        reserve: (records: number) => {
          this.records = [];
          return records;
        },
        write: (index: number, record: Bytes) => {
          this.records[index] = Uint8Array.from(record as unknown as Uint8Array);
        },
        read: (index: number, record: Uint8Array) => record.set(this.records[index] ?? new Uint8Array(0)),
      },
      names: { announce: nothing, offer: nothing, lookUp: nothing },
      passwords: { derive: () => false, digest: () => false },
      serial: {
        start: nothing,
        write: () => true,
        requested: () => false,
        dataRequest: nothing,
        lineErrors: seldomFound,
      },
      settings: this.storage,
      sockets: { listen: nothing, send: nothing },
      system: {
        random: () => this.random.below(2 ** 31),
        chipId: () => 0x0a0b0c,
        freeMemory: () => 100_000,
        leastFreeMemory: () => 90_000,
        startReason: () => this.startReason,
        jumper: () => false,
        button: () => false,
        temperature: () => 30,
        restart: () => {
          this.wantsRestart = true;
        },
      },
      update: this.update,
    };
  }

  private readonly storage = {
    read: (key: string, into: Uint8Array): number => this.flash.read(key, into),
    write: (key: string, bytes: Bytes): boolean => {
      const begun = this.flash.begin(key, bytes as unknown as Uint8Array, this.settings);
      if (begun) {
        this.clock.after(20 + this.random.below(200), () => this.house.device?.onSettings(this.flash.end()));
      }
      return begun;
    },
  };

  private readonly http = {
    port: (): number => 80,
    receive: (id: number): void => {
      if (this.upload?.id === id) {
        this.clock.after(10, () => this.sendPart(id));
      }
    },
    answer: (id: number, status: number): void => {
      const answer = this.answers.get(id);
      if (answer !== undefined) {
        answer.status = status;
      }
    },
    send: (id: number, part: Bytes): boolean => {
      const answer = this.answers.get(id);
      if (answer !== undefined) {
        answer.body += text(part);
      }
      return true;
    },
    pageCheck: (): number => 0,
    sendPage: (): void => undefined,
    end: (id: number): void => {
      const answer = this.answers.get(id);
      if (answer !== undefined) {
        answer.ended = true;
      }
      if (this.upload?.id === id) {
        this.endUpload();
      }
    },
  };

  /** What the page says at an address. */
  get(path: string): string {
    const id = ++this.lastRequest;
    const answer: Answer = { status: 0, body: "", ended: false };
    this.answers.set(id, answer);
    this.house.device?.onRequest(id, "get", utf8(path), utf8("host:p1_meter\r\n"), 0, false);
    for (let i = 0; !answer.ended && i < 100; i++) {
      this.house.device?.onHttp(id, "room", utf8(""));
    }
    this.answers.delete(id);
    must(answer.ended && answer.status === 200, () => `page: ${path} is answered with ${answer.status}`);
    return Buffer.from(answer.body, "latin1").toString("utf8");
  }

  /** Somebody sends an image, if nobody does. */
  send(upload: Upload): void {
    if (this.upload !== null) {
      return;
    }
    const id = ++this.lastRequest;
    this.upload = { id, of: upload, sent: 0 };
    const { length } = upload.bytes;
    this.house.device?.onRequest(id, "post", utf8("/api/firmware"), utf8("host:p1_meter\r\n"), length, false);
  }

  private sendPart(id: number): void {
    const { upload } = this;
    if (upload?.id !== id) {
      return;
    }
    const { bytes, how } = upload.of;
    if (how === "breaks" && upload.sent >= bytes.length / 2) {
      this.endUpload();
      this.house.device?.onHttp(id, "closed", utf8(""));
      return;
    }
    const part = bytes.subarray(upload.sent, upload.sent + PART);
    upload.sent += part.length;
    this.house.device?.onHttp(id, "body", Buffer.from(part));
  }

  private readonly update = {
    chip: (): number => 5,
    slotSize: (): number => 0x1e0000,
    withoutLogin: (): boolean => true,
    begin: (): void => {
      this.updating++;
      this.flash.beginImage();
      this.answerUpdate("ready");
    },
    write: (bytes: Bytes): boolean => {
      const taken = this.flash.writeImage(bytes.length);
      this.answerUpdate(this.upload?.of.how === "flash" ? "failed" : "written");
      return taken;
    },
    finish: (): void => {
      const of = this.upload?.of;
      const isGood = of?.how === "whole" && this.flash.finishImage(of.bytes.length, of.version);
      this.answerUpdate(isGood ? "installed" : "damaged");
    },
    abort: (): void => {
      this.updating++;
      this.flash.abortImage();
    },
    state: (): string => this.flash.running.state,
    confirm: (): void => {
      this.onConfirm();
      this.clock.after(30, () => {
        this.flash.running.state = "confirmed";
        this.house.device?.onUpdate("confirmed");
      });
    },
    version: (into: Uint8Array): number => write(into, this.flash.running.version),
    rolledBack: (into: Uint8Array): number => write(into, this.flash.rolledBack),
    keepNote: (bytes: Bytes): void => {
      this.flash.note = Uint8Array.from(bytes as unknown as Uint8Array);
    },
    note: (into: Uint8Array): number => {
      into.set(this.flash.note);
      return this.flash.note.length;
    },
  };

  private answerUpdate(event: UpdateEvent): void {
    const { updating } = this;
    this.clock.after(15, () => {
      if (updating === this.updating) {
        this.house.device?.onUpdate(event);
      }
    });
  }

  private endUpload(): void {
    this.upload = null;
    this.uploadedAt = this.clock.now;
  }

  /** Whether an image is on its way, or was a moment ago: then the device restarts into it. */
  isUploading(): boolean {
    return this.upload !== null || this.clock.now - this.uploadedAt < RESTART_MS;
  }

  /** The power goes. */
  powerCut(): void {
    this.flash.powerCut();
    this.answers.clear();
    this.upload = null;
    this.records = [];
    this.wantsRestart = false;
    this.knowsTime = false;
  }
}

/** Puts a text into bytes; returns its length. */
function write(into: Uint8Array, word: string): number {
  into.set(Buffer.from(word));
  return word.length;
}
