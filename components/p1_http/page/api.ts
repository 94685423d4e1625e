/** The device's HTTP interface, as the page uses it. */

/** What `GET /api/status` says. */
export interface Status {
  readonly name: string;
  /** One that is nobody else's, where another device goes by the name. */
  readonly proposed_name?: string;
  readonly firmware: {
    readonly version: string;
    readonly state: "confirmed" | "trial";
    /** The version that was rolled back, until another one is installed. */
    readonly rolled_back?: string;
  };
  /** The update that the device fetches. */
  readonly update?: Fetching;
  readonly network: {
    readonly kind: "wifi" | "wired";
    readonly address: string;
    readonly signal_dBm?: number;
    /** Why it is not there. */
    readonly trouble?: string;
  };
  readonly broker: { readonly connected: boolean; readonly trouble?: string };
  /** `age`: the seconds since the last good one; `silent`: they are missing. */
  readonly telegrams: {
    readonly received: number;
    readonly refused: number;
    readonly age?: number;
    readonly silent: boolean;
  };
  readonly publications: number;
  /** In bytes. */
  readonly memory_free: number;
  /** In seconds. */
  readonly uptime: number;
  /** Of network, broker and meter. */
  readonly lights: readonly Colour[];
  /** The seconds until a restart that was asked for. */
  readonly restart_in?: number;
  readonly access?: { readonly login: "none" | "claimable" | "needed" | "given" };
  readonly joining?: { readonly state: Joining };
}

export interface Fetching {
  readonly state: "idle" | "checking" | "available" | "downloading" | "waiting" | "installing" | "failed";
  readonly version?: string;
  /** In bytes. */
  readonly received?: number;
  readonly size?: number;
  /** What went wrong last: the device's own sentence. */
  readonly problem?: string;
}

export type Colour = "off" | "red" | "green" | "blue" | "yellow" | "purple";

export type Joining = "idle" | "trying" | "joined" | "wrong-password" | "not-found" | "refused" | "no-address";

/** A reading of the meter. */
export interface Reading {
  readonly topic: string;
  /** Its OBIS code, and the topic that it has by itself where a setting gave it another one. */
  readonly code?: string;
  readonly name?: string;
  /** A list is of values that have times of their own; null is longer than the device can tell. */
  readonly value: number | string | readonly Dated[] | null;
  /** Empty where it has none. */
  readonly unit: string | null;
  /** The time of the value itself, where it has one: UTC, ISO 8601. */
  readonly time?: string;
  /** How many seconds ago the meter sent it. */
  readonly age: number;
}

/** An entry of a list: an earlier peak, a power failure. */
export interface Dated {
  readonly time: string | null;
  readonly value: number | string;
  readonly unit: string;
}

/** Power over time, in watts, the oldest first; null where nothing is known. */
export interface History {
  /** The seconds from one value to the next, and how old the newest is. */
  readonly step: number;
  readonly newest_age: number;
  readonly import: readonly (number | null)[];
  readonly export: readonly (number | null)[];
}

/** A request that did not succeed. */
export class Problem extends Error {
  /** HTTP's status; 0 where the device did not answer. */
  readonly status: number;
  /** The setting that is wrong. */
  readonly setting: string | undefined;

  constructor(status: number, detail: string, setting?: string) {
    super(detail);
    this.status = status;
    this.setting = setting;
  }
}

/** The device has few connections: one that stays silent is given up. */
const TIMEOUT_MS = 10_000;

/** Sends a request and gives the answer's text. */
export async function ask(path: string, options: RequestInit = {}): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, { ...options, signal: abort.signal });
    const text = await response.text();
    if (!response.ok) {
      throw problemOf(response.status, text);
    }
    return text;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(0, "");
  } finally {
    clearTimeout(timer);
  }
}

/** What a refusal says, as RFC 9457 has it. */
export function problemOf(status: number, body: string): Problem {
  try {
    const { detail, setting } = JSON.parse(body) as { detail?: unknown; setting?: unknown };
    return new Problem(
      status,
      typeof detail === "string" ? detail : "",
      typeof setting === "string" ? setting : undefined,
    );
  } catch {
    return new Problem(status, `HTTP ${status}`);
  }
}

export async function getJson<T>(path: string): Promise<T> {
  return JSON.parse(await ask(path)) as T;
}

export function post(path: string, body: unknown = {}): Promise<string> {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}
