import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * What a driver that must survive a power cut does to files. What is written is sure to be there afterwards only once it was synced:
 * the bytes by `sync`, the name by `syncFolder`.
 */
export interface Disk {
  /** Makes an empty file, in the place of one that was there. */
  create(file: string): void;
  append(file: string, bytes: Uint8Array): void;
  sync(file: string): void;
  rename(from: string, to: string): void;
  syncFolder(folder: string): void;
}

/** This computer's own. */
export const realDisk: Disk = {
  create(file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
  },
  append: (file, bytes) => appendFileSync(file, bytes),
  sync: (file) => syncPath(file, "r+"),
  rename: (from, to) => renameSync(from, to),
  syncFolder: (folder) => syncPath(folder, "r"),
};

/** Replaces a file so that a power cut leaves the old one or the new one, whole. */
export function replace(disk: Disk, file: string, bytes: Uint8Array): void {
  const beside = `${file}.new`;
  disk.create(beside);
  disk.append(beside, bytes);
  disk.sync(beside);

  disk.rename(beside, file);
  disk.syncFolder(dirname(file));
}

function syncPath(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
