/** What the checks in this folder ask of a device: they run against the desk, and against the firmware in QEMU. */

/** A device that reads a meter and has its broker. */
export interface Device {
  /** Where it serves HTTP; after a restart that may be elsewhere. */
  readonly at: string;
  /** Waits until it has written something like that. */
  wrote(pattern: RegExp): Promise<unknown>;
  /** The power goes once all is written, and comes back. */
  restart(): Promise<void>;
}

/** Something that holds of a device. */
export interface Check {
  readonly name: string;
  /** Whether the device has a password, `PASSWORD`. */
  readonly isOwned?: boolean;
  /** The settings that it needs beside those of every check. */
  readonly settings?: Readonly<Record<string, string>>;
  run(device: Device): Promise<void>;
}

/** The settings of the device in every check. */
export const SETTINGS_OF_ALL = { simulator_period: "1", interval_min: "0" };

export const PASSWORD = "correct horse";

export const basic = (password: string): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`,
});

export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: "POST", body, headers });
}
