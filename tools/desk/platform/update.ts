import { randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, type WriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import type * as declared from "../../../ts/platform/update.ts";
import type { Post } from "../events.ts";
import { isWhole } from "../update/image.ts";
import { Slots } from "../update/slots.ts";

/** The desk takes images for the ESP32-C3, into slots as large as `partitions.csv` has them. */
const CHIP = 5;
const SLOT_SIZE = 0x1e0000;

let post: Post = () => undefined;
let open = false;
let slots: Slots | null = null;
/** What is being written. */
let file: WriteStream | null = null;
let written = 0;
let busy = false;

export const chip: typeof declared.chip = () => CHIP;

export const slotSize: typeof declared.slotSize = () => SLOT_SIZE;

export const withoutLogin: typeof declared.withoutLogin = () => open;

export const begin: typeof declared.begin = () => {
  abort();
  const { other } = flash();
  flash().clear();
  mkdirSync(dirname(flash().file(other)), { recursive: true });
  const stream = createWriteStream(flash().file(other));
  file = stream;
  written = 0;
  stream.on("error", () => fail(stream));
  stream.on("open", () => tell(stream, "ready"));
};

export const write: typeof declared.write = (bytes) => {
  const stream = file;
  if (stream === null || busy) {
    return false;
  }
  busy = true;
  written += bytes.length;
  if (written > SLOT_SIZE) {
    fail(stream);
    return true;
  }
  stream.write(Uint8Array.from(bytes), (error) => {
    if (!error && stream === file) {
      busy = false;
      tell(stream, "written");
    }
  });
  return true;
};

export const finish: typeof declared.finish = () => {
  const stream = file;
  stream?.end(() => {
    if (stream === file) {
      file = null;
      const whole = isWhole(readFileSync(flash().file(flash().other)));
      if (whole) {
        flash().select();
      }
      post({ kind: "update", event: whole ? "installed" : "damaged" });
    }
  });
};

export const abort: typeof declared.abort = () => {
  file?.destroy();
  file = null;
  busy = false;
};

export const state: typeof declared.state = () => (flash().trial ? "trial" : "confirmed");

export const confirm: typeof declared.confirm = () => flash().confirm();

export const version: typeof declared.version = (text) =>
  put(text, flash().version(flash().running) ?? packageJson.version);

export const rolledBack: typeof declared.rolledBack = (text) => put(text, flash().rolledBack() ?? "");

/** For the desk. */
export const host = {
  /** `folder` keeps the images over a restart of the desk; without one a temporary folder is made by the first image. */
  attach(to: Post, folder?: string): void {
    post = to;
    slots = folder === undefined ? null : new Slots(join(folder, "firmware"));
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

function tell(stream: WriteStream, event: declared.UpdateEvent): void {
  if (stream === file) {
    post({ kind: "update", event });
  }
}

function fail(stream: WriteStream): void {
  tell(stream, "failed");
  if (stream === file) {
    abort();
  }
}

function put(into: Uint8Array, text: string): number {
  const bytes = new TextEncoder().encode(text).subarray(0, into.length);
  into.set(bytes);
  return bytes.length;
}
