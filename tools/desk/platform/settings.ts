import { mkdirSync, readFileSync } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type * as declared from "../../../ts/platform/settings.ts";
import type { Post } from "../events.ts";

let post: Post = () => undefined;
/** Where the blobs lie; null without `--state`, when they last as long as the desk does. */
let folder: string | null = null;
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
  /** `state` is the folder that outlives the desk. */
  attach(to: Post, state?: string): void {
    post = to;
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

/** Writes a new file beside the old one and then gives it its name: the one or the other is there, whole. */
async function keep(key: declared.SettingsKey, blob: Uint8Array): Promise<void> {
  if (folder === null) {
    inMemory.set(key, blob);
    return;
  }
  mkdirSync(folder, { recursive: true });
  const file = fileOf(folder, key);
  await synced(`${file}.new`, blob);
  await rename(`${file}.new`, file);
  await syncFolder(folder);
}

async function synced(file: string, blob: Uint8Array): Promise<void> {
  await using handle = await open(file, "w");
  await handle.writeFile(blob);
  await handle.sync();
}

/** Without it the new name may be lost by a power cut, though the file's bytes are there. */
async function syncFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await using handle = await open(path, "r");
  await handle.sync();
}

function fileOf(path: string, key: declared.SettingsKey): string {
  return join(path, `${key}.bin`);
}
