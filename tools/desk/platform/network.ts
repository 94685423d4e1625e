import { networkInterfaces } from "node:os";
import type * as declared from "../../../ts/platform/network.ts";
import type { Post } from "../events.ts";

/** A Wi-Fi that a test lets the device hear. */
export interface HeardWifi {
  readonly name: string;
  /** Empty for an open network. */
  readonly password: string;
  /** In dBm. */
  readonly signal: number;
}

/** The calls that a test of the device alone hears. */
export type NetworkCalls = Pick<typeof declared, "setAddress" | "join" | "reset">;

/** How many networks a scan keeps. */
const FOUND = 16;

/** Hears the calls in place of the driver, in tests of the device alone. */
let standIn: NetworkCalls | null = null;
let post: Post = () => undefined;
/** What there is to hear; null while the device is wired, as a desk is. */
let air: readonly HeardWifi[] | null = null;
let plugged = true;
let joined: HeardWifi | "cable" | null = null;
let fixed = 0;
let found: readonly HeardWifi[] = [];
const decoder = new TextDecoder();

export const kind: typeof declared.kind = () => (air === null ? "wired" : "wifi");

/** The computer has its own name. */
export const setHostName: typeof declared.setHostName = () => undefined;

/** The computer has its own address too; what is set is only shown. */
export const setAddress: typeof declared.setAddress = (wanted, mask, router, nameServer) => {
  standIn?.setAddress(wanted, mask, router, nameServer);
  fixed = wanted;
};

export const join: typeof declared.join = (name, password) => {
  if (standIn !== null) {
    return standIn.join(name, password);
  }
  joined = null;
  tell(air === null ? plugIn() : associate(air, text(name), text(password)));
};

export const leave: typeof declared.leave = () => {
  joined = null;
};

export const reset: typeof declared.reset = () => {
  standIn?.reset();
  leave();
};

export const address: typeof declared.address = () => (joined === null ? 0 : fixed !== 0 ? fixed : ownAddress());

export const signal: typeof declared.signal = () => (joined === null || joined === "cable" ? 0 : joined.signal);

export const scan: typeof declared.scan = () => {
  const strongest = [...(air ?? [])].sort((a, b) => b.signal - a.signal);
  found = strongest.filter(({ name }, at) => strongest.findIndex((one) => one.name === name) === at).slice(0, FOUND);
  tell("scanned");
};

export const foundCount: typeof declared.foundCount = () => found.length;

export const foundName: typeof declared.foundName = (index, name) => {
  const bytes = new TextEncoder().encode(found[index]?.name ?? "").subarray(0, name.length);
  name.set(bytes, 0);
  return bytes.length;
};

export const foundSignal: typeof declared.foundSignal = (index) => found[index]?.signal ?? 0;

export const foundLocked: typeof declared.foundLocked = (index) => (found[index]?.password ?? "") !== "";

/** A desk has no radio of its own to open one with. */
export const openAccessPoint: typeof declared.openAccessPoint = () => air !== null;

export const closeAccessPoint: typeof declared.closeAccessPoint = () => undefined;

export const guests: typeof declared.guests = () => 0;

/** For the desk. */
export const host = {
  /** From now on `calls` hear what the device wants of the network, and nothing is joined. */
  replace(calls: NetworkCalls): void {
    standIn = calls;
  },

  attach(to: Post): void {
    post = to;
  },

  /** From now on the device has Wi-Fi and hears these networks; null makes it wired again. What was joined may be gone. */
  hear(networks: readonly HeardWifi[] | null): void {
    air = networks;
    if (joined !== null && (joined === "cable" ? networks !== null : !networks?.includes(joined))) {
      joined = null;
      tell("down");
    }
  },

  /** Plugs the cable in, or pulls it out. */
  cable(there: boolean): void {
    plugged = there;
    if (!there && joined === "cable") {
      joined = null;
      tell("down");
    }
  },
};

function plugIn(): declared.NetworkEvent {
  if (!plugged) {
    return "no-cable";
  }
  joined = "cable";
  return "up";
}

function associate(networks: readonly HeardWifi[], name: string, password: string): declared.NetworkEvent {
  const heard = networks.find((one) => one.name === name);
  if (heard === undefined) {
    return "not-found";
  }
  if (heard.password !== password) {
    return "wrong-password";
  }
  joined = heard;
  return "up";
}

function tell(event: declared.NetworkEvent): void {
  post({ kind: "network", event });
}

/** The computer's first address that others reach, or the one that only it does. */
function ownAddress(): number {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const own = all.find(({ family, internal }) => family === "IPv4" && !internal);
  return (own?.address ?? "127.0.0.1").split(".").reduce((number, part) => number * 256 + Number(part), 0);
}

function text(bytes: unknown): string {
  return decoder.decode(bytes as Uint8Array);
}
