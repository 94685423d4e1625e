/**
 * The manifest of a release: one flat JSON object, at most as long as `Installation.memory` is.
 *
 *     {"project":"p1_meter","version":"1.2.3",
 *      "esp32c3.url":"p1_meter-1.2.3-esp32c3.bin","esp32c3.size":912345,"esp32c3.sha256":"…"}
 *
 * An address without `https://` is looked for beside the manifest. `"percent":10` beside them: a tenth of all devices, by their chips' numbers,
 * takes it by itself. Members that this firmware doesn't know are skipped.
 */

import { Writer, utf8, type Bytes, type u16, type u32 } from "ts2c";
import { parseHex, sameBytes } from "../bytes.ts";
import { isDigit } from "../p1/ascii.ts";
import { type Members } from "../portal/members.ts";
import { VERSION_SIZE } from "./note.ts";
import { isOrdered } from "./version.ts";

/** What is wrong with a manifest. */
export type ManifestFault = "none" | "no-manifest" | "other-project" | "no-image";

const HASH_SIZE = 32;
const ALL = 100;
/** As `ts/platform/download.ts` has it. */
const URL_SIZE = 255;
const SLASH = 0x2f;

/** What begins the members for a chip, by Espressif's number. */
function prefixOf(chip: u16): string {
  switch (chip) {
    case 0:
      return "esp32.";
    case 5:
      return "esp32c3.";
    case 9:
      return "esp32s3.";
    case 13:
      return "esp32c6.";
    default:
      return "unknown.";
  }
}

/** What the manifest that was read last says about this chip. */
export class Manifest {
  private readonly members: Members;
  private readonly versionMemory: Uint8Array = new Uint8Array(VERSION_SIZE);
  private readonly versionText: Writer = new Writer(this.versionMemory);
  private readonly urlMemory: Uint8Array = new Uint8Array(URL_SIZE);
  private readonly urlText: Writer = new Writer(this.urlMemory);
  private readonly hashMemory: Uint8Array = new Uint8Array(HASH_SIZE);
  private hashLength: u32 = 0;
  /** The image's bytes. */
  size: u32 = 0;
  private isOurs: boolean = false;
  /** For how many of a hundred devices it is. */
  private percent: u32 = ALL;

  constructor(members: Members) {
    this.members = members;
  }

  version(): Bytes {
    return this.versionText.view();
  }

  /** The whole address of the image. */
  url(): Bytes {
    return this.urlText.view();
  }

  /** The image's SHA-256. */
  hash(): Bytes {
    return this.hashMemory;
  }

  /** Whether it is for the device with this chip already. Who has it at 10 of a hundred has it at 20. */
  isFor(chipId: u32): boolean {
    return chipId % ALL < this.percent;
  }

  /** Reads the manifest that came from the address `from`. */
  read(text: Bytes, chip: u16, from: Bytes): ManifestFault {
    this.versionText.clear();
    this.urlText.clear();
    this.hashLength = 0;
    this.size = 0;
    this.isOurs = false;
    this.percent = ALL;
    this.members.start();
    let step = this.members.next(text);
    // A member has three bytes at least.
    for (let left = text.length; left > 0 && step === "member"; left--) {
      this.take(utf8(prefixOf(chip)), from);
      step = this.members.next(text);
    }
    if (step !== "end" || !isOrdered(this.version()) || this.versionText.full()) {
      return "no-manifest";
    }
    if (!this.isOurs) {
      return "other-project";
    }
    const isThere = this.url().length > 0 && !this.urlText.full() && this.size > 0 && this.hashLength === HASH_SIZE;
    return isThere ? "none" : "no-image";
  }

  private take(prefix: Bytes, from: Bytes): void {
    if (this.members.value.full()) {
      return; // It is cut.
    }
    const name = this.members.name.view();
    const value = this.members.value.view();
    if (sameBytes(name, utf8("project"))) {
      this.isOurs = sameBytes(value, utf8("p1_meter"));
    } else if (sameBytes(name, utf8("version"))) {
      this.versionText.clear();
      this.versionText.bytes(value);
    } else if (sameBytes(name, utf8("percent"))) {
      this.percent = numberOf(value);
    } else if (sameBytes(name.subarray(0, prefix.length), prefix)) {
      this.takeOfImage(name.subarray(prefix.length), value, from);
    }
  }

  private takeOfImage(name: Bytes, value: Bytes, from: Bytes): void {
    if (sameBytes(name, utf8("url"))) {
      this.urlText.clear();
      if (!hasScheme(value)) {
        this.urlText.bytes(folderOf(from));
      }
      this.urlText.bytes(value);
    } else if (sameBytes(name, utf8("size"))) {
      this.size = numberOf(value);
    } else if (sameBytes(name, utf8("sha256"))) {
      this.hashLength = value.length === 2 * HASH_SIZE ? parseHex(value, this.hashMemory).length : 0;
    }
  }
}

/** Whether an address says how it is asked. */
export function hasScheme(url: Bytes): boolean {
  return isSecure(url) || sameBytes(url.subarray(0, 7), utf8("http://"));
}

/** Whether an address is asked over HTTPS. */
export function isSecure(url: Bytes): boolean {
  return sameBytes(url.subarray(0, 8), utf8("https://"));
}

/** An address up to its last slash. */
function folderOf(url: Bytes): Bytes {
  let end: u32 = 0;
  for (let i = 0; i < url.length; i++) {
    end = url[i] === SLASH ? i + 1 : end;
  }
  return url.subarray(0, end);
}

/** A decimal number; 0 where it is none, or more than any image has. */
function numberOf(text: Bytes): u32 {
  let number: u32 = 0;
  for (const byte of text) {
    if (!isDigit(byte) || number >= 100000000) {
      return 0;
    }
    number = number * 10 + Math.max(0, byte - 48);
  }
  return number;
}
