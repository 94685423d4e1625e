import { networkInterfaces } from "node:os";
import type * as declared from "../../../ts/platform/network.ts";
import type { Post } from "../events.ts";
import { messageOf } from "../failure.ts";
import { host as clock } from "./clock.ts";
import { host as http, port } from "./http.ts";

/** A Wi-Fi that a test lets the device hear. */
export interface HeardWifi {
  readonly name: string;
  /** Empty for an open network. */
  readonly password: string;
  /** In dBm. */
  readonly signal: number;
}

/** The calls that a test of the device alone hears. */
export type NetworkCalls = Pick<
  typeof declared,
  "setAddress" | "join" | "reset" | "openAccessPoint" | "closeAccessPoint" | "guests"
>;

/** Where guests of the access point find the device on this computer, in place of 192.168.4.1. */
const ACCESS_POINT = "127.0.0.2";

/** How long a Wi-Fi takes to answer. */
const AIR_MILLISECONDS = 500;

/** How many networks a scan keeps. */
const FOUND = 16;

/** Hears the calls in place of the driver, in tests of the device alone. */
let standIn: NetworkCalls | null = null;
let post: Post = () => undefined;
let say: (line: string) => void = () => undefined;
let isOpen = false;
/** Takes back what Wi-Fi is about to answer. */
let interrupt: () => void = () => undefined;
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
  leave();
  if (air === null) {
    tell(plugIn());
    return;
  }
  const [wanted, secret] = [text(name), text(password)]; // The bytes are only lent.
  interrupt = clock.after(AIR_MILLISECONDS, () => tell(associate(air ?? [], wanted, secret)));
};

export const leave: typeof declared.leave = () => {
  interrupt();
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
  clock.after(AIR_MILLISECONDS, () => {
    found = strongest.filter(({ name }, at) => strongest.findIndex((one) => one.name === name) === at).slice(0, FOUND);
    tell("scanned");
  });
};

export const foundCount: typeof declared.foundCount = () => found.length;

export const foundName: typeof declared.foundName = (index, name) => {
  const bytes = new TextEncoder().encode(found[index]?.name ?? "").subarray(0, name.length);
  name.set(bytes, 0);
  return bytes.length;
};

export const foundSignal: typeof declared.foundSignal = (index) => found[index]?.signal ?? 0;

export const foundLocked: typeof declared.foundLocked = (index) => (found[index]?.password ?? "") !== "";

export const accessPointAddress: typeof declared.accessPointAddress = () => numberOf(ACCESS_POINT);

/** A desk has no radio: its access point is another address of the computer, and who comes there is a guest. */
export const openAccessPoint: typeof declared.openAccessPoint = (name, password) => {
  if (standIn !== null) {
    return standIn.openAccessPoint(name, password);
  }
  if (air === null) {
    return false;
  }
  isOpen = true;
  const [shown, key] = [text(name), text(password)];
  http.listenToGuests(ACCESS_POINT).then(
    () => say(`On this desk ${shown}${key === "" ? "" : ` (key ${key})`} is http://${ACCESS_POINT}:${port()}/.`),
    (error: unknown) => say(`On this desk the access point ${shown} can't be opened: ${messageOf(error)}.`),
  );
  return true;
};

export const closeAccessPoint: typeof declared.closeAccessPoint = () => {
  standIn?.closeAccessPoint();
  isOpen = false;
  http.dropGuests();
};

export const guests: typeof declared.guests = () => standIn?.guests() ?? (isOpen ? Math.min(http.guests(), 4) : 0);

/** For the desk. */
export const host = {
  /** From now on `calls` hear what the device wants of the network, and nothing is joined. */
  replace(calls: NetworkCalls): void {
    standIn = calls;
  },

  /** `says` hears where the access point is. */
  attach(to: Post, says: (line: string) => void = () => undefined): void {
    post = to;
    say = says;
    http.setReach(() => air === null || joined !== null);
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
  return numberOf(own?.address ?? "127.0.0.1");
}

function numberOf(address: string): number {
  return address.split(".").reduce((number, part) => number * 256 + Number(part), 0);
}

function text(bytes: unknown): string {
  return decoder.decode(bytes as Uint8Array);
}
