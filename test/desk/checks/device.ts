/** What the checks in this folder ask of a device: they run against the desk, and against the firmware in QEMU. */

/** A device that reads a meter and has its broker. */
export interface Device {
  /** Where it serves HTTP; after a restart that may be elsewhere. */
  readonly at: string;
  /** Where it serves telegrams on this computer, if the check wants that. */
  readonly telegramPort: number;
  /** Waits until it has written something like that so often. */
  wrote(pattern: RegExp, times?: number): Promise<unknown>;
  /** Types at its console, if the check wants one. */
  type(text: string | Uint8Array): void;
  /** Resolves when the meter has sent all telegrams of the check. */
  readonly metered: Promise<unknown>;
  /** The power goes once all is written, and comes back. */
  restart(): Promise<void>;
}

/** A device as it is when a check begins. */
export interface Setup {
  /** Whether the device has a password, `PASSWORD`. */
  readonly isOwned?: boolean;
  /** The settings that it needs beside those of every check. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What the meter sends, one a second, and then nothing more; without it a telegram comes each second. */
  readonly telegrams?: readonly string[];
  /** The port of its broker on this computer; without it it has one of its own. */
  readonly broker?: number;
  readonly hasTelegramPort?: boolean;
  readonly hasConsole?: boolean;
}

/** Something that holds of a device. */
export interface Check extends Setup {
  readonly name: string;
  run(device: Device): Promise<void>;
}

/** Something that holds of a device with its broker. */
export interface BrokerCheck {
  readonly name: string;
  /** @param start switches the device on, with the check's broker */
  run(start: (setup: Setup) => Promise<Device & AsyncDisposable>): Promise<void>;
}

/** The settings of the device in every check. */
export const SETTINGS_OF_ALL = { simulator_period: "1", interval_min: "0" };

export const PASSWORD = "correct horse";

export const basic = (password: string): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`,
});

/** How long a device has run, in its own seconds, which take longer where this computer is busy. */
async function uptime(at: string): Promise<number> {
  return ((await (await fetch(`${at}/api/status`)).json()) as { uptime: number }).uptime;
}

/** Waits until the device that serves there has run for so many more of its seconds. */
export async function runsFor(at: string, seconds: number): Promise<void> {
  const end = (await uptime(at)) + seconds;
  while ((await uptime(at)) <= end) {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: "POST", body, headers });
}
