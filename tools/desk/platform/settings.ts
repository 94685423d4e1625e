import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as declared from "../../../ts/platform/settings.ts";
import type { Post } from "../events.ts";
import { realDisk, replace, type Disk } from "../storage/disk.ts";

let post: Post = () => undefined;
/** Where the blobs lie; null without `--state`, when they last as long as the desk does. */
let folder: string | null = null;
let disk: Disk = realDisk;
const inMemory = new Map<declared.SettingsKey, Uint8Array>();
/** The writing that is under way. */
let writing: Promise<void> | null = null;

export const read: typeof declared.read = (key, into) => {
  const blob = blobOf(key);
  if (blob === null || blob.length > into.length) {
    return 0;
  }
  into.set(blob);
  return blob.length;
};

export const write: typeof declared.write = (key, bytes) => {
  if (writing !== null) {
    return false;
  }
  const blob = Uint8Array.from(bytes);
  const to = post;
  writing = keep(key, blob).then(
    () => finished(to, "written"),
    () => finished(to, "failed"),
  );
  return true;
};

/** For the desk. */
export const host = {
  /** `state` is the folder that outlives the desk; `on` does what is done to its files. */
  attach(to: Post, state?: string, on: Disk = realDisk): void {
    post = to;
    disk = on;
    folder = state === undefined ? null : join(state, "settings");
    inMemory.clear();
  },

  /** What is kept under a key, for the other drivers; null for nothing. */
  kept(key: declared.SettingsKey): Buffer | null {
    const blob = blobOf(key);
    return blob === null || blob.length === 0 ? null : Buffer.from(blob);
  },

  isWriting(): boolean {
    return writing !== null;
  },

  /** Waits until what is being written is written, and what the device writes as soon as it hears of that. */
  async finish(): Promise<void> {
    while (writing !== null) {
      await writing;
    }
  },
};

function finished(to: Post, event: declared.SettingsEvent): void {
  writing = null;
  to({ kind: "settings", event });
}

function blobOf(key: declared.SettingsKey): Uint8Array | null {
  if (folder === null) {
    return inMemory.get(key) ?? null;
  }
  try {
    return readFileSync(fileOf(folder, key));
  } catch {
    return null;
  }
}

/** The blob before or this one is there, whole, whenever the power goes. */
async function keep(key: declared.SettingsKey, blob: Uint8Array): Promise<void> {
  if (folder === null) {
    inMemory.set(key, blob);
    return;
  }
  const [to, file] = [disk, fileOf(folder, key)];
  await new Promise((resolve) => setImmediate(resolve)); // As the chip's flash is, it is written after the call.
  replace(to, file, blob);
}

function fileOf(path: string, key: declared.SettingsKey): string {
  return join(path, `${key}.bin`);
}
