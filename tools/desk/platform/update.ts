import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import type * as declared from "../../../ts/platform/update.ts";
import type { Post } from "../events.ts";
import { realDisk, type Disk } from "../storage/disk.ts";
import { Slots } from "../update/slots.ts";

/** The desk takes images for the ESP32-C3, into slots as large as `partitions.csv` has them. */
const CHIP = 5;
const SLOT_SIZE = 0x1e0000;

let post: Post = () => undefined;
let open = false;
let slots: Slots | null = null;
/** Counts the updates: what was asked for in one that was given up is not done any more. */
let current = 0;
let isOpen = false;
let written = 0;
let busy = false;

export const chip: typeof declared.chip = () => CHIP;

export const slotSize: typeof declared.slotSize = () => SLOT_SIZE;

export const withoutLogin: typeof declared.withoutLogin = () => open;

export const begin: typeof declared.begin = () => {
  abort();
  isOpen = true;
  written = 0;
  soon("ready", () => flash().begin());
};

export const write: typeof declared.write = (bytes) => {
  if (!isOpen || busy) {
    return false;
  }
  busy = true;
  const copy = Uint8Array.from(bytes);
  soon("written", () => {
    busy = false;
    written += copy.length;
    if (written > SLOT_SIZE) {
      throw new Error("The slot is full.");
    }
    flash().append(copy);
  });
  return true;
};

export const finish: typeof declared.finish = () => {
  const update = current;
  setImmediate(() => {
    if (isOpen && update === current) {
      isOpen = false;
      post({ kind: "update", event: flash().finish() ? "installed" : "damaged" });
    }
  });
};

export const abort: typeof declared.abort = () => {
  current++;
  isOpen = false;
  busy = false;
};

export const state: typeof declared.state = () => (flash().trial ? "trial" : "confirmed");

export const confirm: typeof declared.confirm = () => {
  const [to, kept] = [post, flash()];
  setImmediate(() => {
    try {
      kept.confirm();
    } catch {
      return; // The folder can't be written: the device asks again.
    }
    to({ kind: "update", event: "confirmed" });
  });
};

export const version: typeof declared.version = (text) =>
  put(text, flash().version(flash().running) ?? packageJson.version);

export const rolledBack: typeof declared.rolledBack = (text) => put(text, flash().rolledBack() ?? "");

export const keepNote: typeof declared.keepNote = (bytes) => {
  flash().note = Uint8Array.from(bytes);
};

export const note: typeof declared.note = (into) => {
  const kept = flash().note.subarray(0, into.length);
  into.set(kept);
  return kept.length;
};

/** For the desk. */
export const host = {
  /**
   * `folder` keeps the images over a restart of the desk; without one a temporary folder is made by the first image. `disk` does what
   * is done to them.
   */
  attach(to: Post, folder?: string, disk: Disk = realDisk): void {
    post = to;
    slots = folder === undefined ? null : new Slots(join(folder, "firmware"), disk);
  },

  /** Takes images without a login, as a build for test benches does. */
  setWithoutLogin(allowed: boolean): void {
    open = allowed;
  },

  /** The device starts: what was being written is lost, and the boot loader chooses what runs. */
  boot(): void {
    abort();
    flash().boot();
  },
};

function flash(): Slots {
  slots ??= new Slots(join(tmpdir(), `p1-firmware-${randomUUID()}`));
  return slots;
}

/** Does something in its turn, unless the update was given up by then, and tells how it went. */
function soon(done: declared.UpdateEvent, action: () => void): void {
  const update = current;
  setImmediate(() => {
    if (!isOpen || update !== current) {
      return;
    }
    try {
      action();
    } catch {
      abort();
      post({ kind: "update", event: "failed" });
      return;
    }
    post({ kind: "update", event: done });
  });
}

function put(into: Uint8Array, text: string): number {
  const bytes = new TextEncoder().encode(text).subarray(0, into.length);
  into.set(bytes);
  return bytes.length;
}
