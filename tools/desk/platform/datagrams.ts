import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import type * as declared from "../../../ts/platform/datagrams.ts";
import { messageOf } from "../failure.ts";

/** The calls that a test of the device alone hears. */
export type DatagramCalls = Pick<typeof declared, "open" | "close" | "receive" | "answer" | "send">;

/** A datagram, and where it came from. */
interface Arrived {
  readonly bytes: Uint8Array;
  readonly from: RemoteInfo;
}

/** How many datagrams wait at most: as many as lwIP keeps (`CONFIG_LWIP_UDP_RECVMBOX_SIZE`). */
const WAITING = 6;

/** Hears the calls in place of the driver, in tests of the device alone. */
let standIn: DatagramCalls | null = null;
let socket: Socket | null = null;
/** From which the device's own datagrams go out. */
let sender: Socket | null = null;
let say: (line: string) => void = () => undefined;
let waiting: Arrived[] = [];
let last: RemoteInfo | null = null;

/** Ports below 1024 belong to the computer: a free one is taken instead. */
export const open: typeof declared.open = (address, port) => {
  if (standIn !== null) {
    return standIn.open(address, port);
  }
  close();
  const opened = createSocket("udp4", (bytes, from) => {
    if (waiting.length < WAITING) {
      waiting.push({ bytes, from });
    }
  });
  socket = opened;
  opened.on("error", (error) => say(`On this desk UDP port ${port} can't be opened: ${messageOf(error)}.`));
  opened.bind(port < 1024 ? 0 : port, dotted(address), () => {
    const at = opened.address();
    say(`On this desk UDP port ${port} is ${at.address}:${at.port}.`);
  });
  return true;
};

export const close: typeof declared.close = () => {
  standIn?.close();
  socket?.close();
  socket = null;
  waiting = [];
};

export const receive: typeof declared.receive = (into) => {
  if (standIn !== null) {
    return standIn.receive(into);
  }
  const next = waiting.shift();
  const bytes = next?.bytes.subarray(0, into.length) ?? new Uint8Array(0);
  last = next?.from ?? last;
  into.set(bytes, 0);
  return bytes.length;
};

export const answer: typeof declared.answer = (bytes) => {
  if (standIn !== null) {
    return standIn.answer(bytes);
  }
  if (last !== null) {
    socket?.send(Uint8Array.from(bytes), last.port, last.address);
  }
};

export const send: typeof declared.send = (address, port, bytes) => {
  if (standIn !== null) {
    return standIn.send(address, port, bytes);
  }
  sender ??= createSocket("udp4").unref();
  // An address that nothing leads to is told afterwards, if at all.
  sender.send(Uint8Array.from(bytes), port, dotted(address), () => undefined);
  return true;
};

/** For the desk. */
export const host = {
  /** From now on `calls` hear what the device wants, and no port is opened. */
  replace(calls: DatagramCalls): void {
    standIn = calls;
  },

  /** `says` hears where the port is. */
  attach(says: (line: string) => void): void {
    say = says;
  },

  close,
};

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}
