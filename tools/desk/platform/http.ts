import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type * as declared from "../../../ts/platform/http.ts";
import { HTTP_FIELDS, HTTP_HEAD, HTTP_PART, HTTP_REQUESTS, HTTP_SECONDS, HTTP_SOCKETS } from "../../../ts/sockets.ts";
import type { ListenAddress } from "../desk.ts";
import type { Post } from "../events.ts";
import { Failure, hasCode, systemReason } from "../failure.ts";
import { ROOT } from "../place.ts";
import { refuse, refuseWhatIsNone, statusOfRefusal } from "../refusals.ts";
import { host as clock } from "./clock.ts";

/** The page, as `npm run generate` makes it. */
const PAGE = `${ROOT}generated/page/page.html.gz`;

/** How a server is made. */
const OPTIONS: ServerOptions = {
  maxHeaderSize: HTTP_HEAD,
  headersTimeout: HTTP_SECONDS * 1000,
  requestTimeout: 0, // An update takes as long as it takes; each part has its own limit.
  connectionsCheckingInterval: 1000,
  requireHostHeader: false, // The device asks for it, and says so.
};

/** How many bytes of an answer may wait for the client. */
const ROOM = 2 * HTTP_PART;

/** A request that the device has not ended yet. */
interface Exchange {
  readonly id: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether the device asked for a part of the body, was refused a part of the answer, ended it. */
  receiving: boolean;
  refused: boolean;
  ended: boolean;
}

/** What a test looks at instead of a client: the answers, whether there is room for a part, and what is asked for of a body. */
type Answering = Pick<typeof declared, "answer" | "send" | "end"> & Partial<Pick<typeof declared, "receive">>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const exchanges = new Map<number, Exchange>();
/** Every connection, the one that was quiet longest first. */
const sockets = new Set<Socket>();
let post: Post = () => undefined;
let server: Server | null = null;
let standIn: Answering | null = null;
/** The same for whoever is at the device's own access point, and the connections there. */
let atAccessPoint: Server | null = null;
const guests = new Set<Socket>();
/** A phone stays at the access point between two requests; on a desk it is there for this long after its last connection. */
const GUEST_MILLISECONDS = 5000;
let guestLeftAt = -GUEST_MILLISECONDS;
/** Whether the network in which {@link server} listens reaches the device now. */
let isReached = (): boolean => true;
let lastId = 0;
let page: Buffer | undefined;

export const port: typeof declared.port = () => (server?.address() as AddressInfo | null)?.port ?? 0;

export const receive: typeof declared.receive = (id) => {
  standIn?.receive?.(id);
  const exchange = exchanges.get(id);
  if (exchange !== undefined) {
    exchange.receiving = true;
    handOver(exchange);
  }
};

export const answer: typeof declared.answer = (id, status, type, fields) => {
  standIn?.answer(id, status, type, fields);
  const response = exchanges.get(id)?.response;
  if (response !== undefined) {
    response.statusCode = status;
    response.setHeader("Content-Type", text(type));
    for (const line of text(fields).split("\r\n").filter(Boolean)) {
      const colon = line.indexOf(":");
      response.setHeader(line.slice(0, colon), line.slice(colon + 1).trim());
    }
  }
};

export const send: typeof declared.send = (id, part) => {
  if (standIn !== null) {
    return standIn.send(id, part);
  }
  const exchange = exchanges.get(id);
  if (exchange === undefined) {
    return false;
  }
  if (exchange.response.writableLength + part.length > ROOM) {
    exchange.refused = true;
    return false;
  }
  // The bytes are only lent.
  exchange.response.write(Uint8Array.from(part), () => makeRoom(exchange));
  return true;
};

/** A gzip file ends with the CRC-32 of what is in it, and its length. */
export const pageCheck: typeof declared.pageCheck = () =>
  pageBytes().length > 8 ? pageBytes().readUInt32LE(pageBytes().length - 8) : 0;

export const sendPage: typeof declared.sendPage = (id) => {
  exchanges.get(id)?.response.write(pageBytes());
};

export const end: typeof declared.end = (id) => {
  standIn?.end(id);
  const exchange = exchanges.get(id);
  if (exchange !== undefined) {
    exchange.ended = true;
    exchange.response.end();
    exchanges.delete(id);
    // As the chip's server does: a client that still sends is heard out, so that it comes to read the answer.
    exchange.request.removeAllListeners("readable").resume();
  }
};

/** For the desk. */
export const host = {
  attach(to: Post): void {
    post = to;
  },

  /** A test answers in the clients' place. */
  replace(calls: Answering): void {
    standIn = calls;
  },

  /** Starts to listen. */
  async listen(at: ListenAddress): Promise<void> {
    try {
      server = await listening(at.address, at.port);
    } catch (error) {
      if (!at.orFree || !hasCode(error, "EADDRINUSE")) {
        throw new Failure(`HTTP can't be served on port ${at.port}: ${systemReason(error)}.`);
      }
      server = await listening(at.address, 0);
    }
  },

  /** The network through which browsers come is there while this says so. */
  setReach(reached: () => boolean): void {
    isReached = reached;
  },

  /** Serves guests at another address of this computer, at the same port. */
  async listenToGuests(address: string): Promise<void> {
    if (atAccessPoint === null) {
      atAccessPoint = createServer(OPTIONS, (request, response) => take(request, response, true));
      await opened(atAccessPoint, address, port());
    }
  },

  dropGuests(): void {
    atAccessPoint?.close();
    atAccessPoint = null;
    guests.forEach((socket) => socket.destroy());
  },

  /** How many guests there are: a connection each, or the one that was there just now. */
  guests(): number {
    const stays = clock.now() - guestLeftAt < GUEST_MILLISECONDS;
    return Math.max(guests.size, stays ? 1 : 0);
  },

  /** Ends every request, as a restart does. */
  drop(): void {
    exchanges.clear();
    sockets.forEach((socket) => socket.destroy());
  },

  async close(): Promise<void> {
    const closing = server;
    server = null;
    this.dropGuests();
    this.drop();
    await new Promise<void>((resolve) => (closing === null ? resolve() : closing.close(() => resolve())));
  },
};

async function listening(address: string, port: number): Promise<Server> {
  const made = createServer(OPTIONS, (request, response) => {
    if (isReached()) {
      take(request, response, false);
    } else {
      request.socket.destroy();
    }
  });
  return opened(made, address, port);
}

async function opened(made: Server, address: string, port: number): Promise<Server> {
  refuseWhatIsNone(made);
  made.on("connection", (socket: Socket) => {
    if (made === atAccessPoint) {
      guests.add(socket);
      socket.on("close", () => {
        guests.delete(socket);
        guestLeftAt = clock.now();
      });
    }
    admit(socket);
  });
  made.listen(port, address);
  await once(made, "listening");
  return made;
}

/** One connection too many closes the one that was quiet longest and has no request. */
function admit(socket: Socket): void {
  const used = (): void => {
    sockets.delete(socket);
    sockets.add(socket);
  };
  used();
  socket.on("data", used);
  socket.on("close", () => sockets.delete(socket));
  if (sockets.size > HTTP_SOCKETS) {
    const busy = new Set([...exchanges.values()].map(({ request }) => request.socket));
    const quiet = [...sockets].find((one) => one !== socket && !busy.has(one));
    (quiet ?? socket).destroy();
  }
}

/** A request's head is there. */
function take(request: IncomingMessage, response: ServerResponse, isGuest: boolean): void {
  const refusal = statusOfRefusal(request) ?? (exchanges.size >= HTTP_REQUESTS ? 503 : null);
  if (refusal !== null) {
    refuse(response, refusal);
    return;
  }
  const exchange: Exchange = { id: ++lastId, request, response, receiving: false, refused: false, ended: false };
  exchanges.set(exchange.id, exchange);
  request.setTimeout(HTTP_SECONDS * 1000, () => tooSlow(exchange));
  request.on("readable", () => handOver(exchange));
  request.on("end", () => handOver(exchange));
  response.on("close", () => closed(exchange));
  const fields = HTTP_FIELDS.filter((name) => request.headers[name] !== undefined);
  post({
    kind: "request",
    id: exchange.id,
    method: request.method === "POST" ? "post" : "get",
    path: encoder.encode(request.url ?? "/"),
    fields: encoder.encode(fields.map((name) => `${name}:${String(request.headers[name])}\r\n`).join("")),
    length: Math.min(Number(request.headers["content-length"] ?? 0), 0xffffffff),
    isGuest,
  });
}

/** Gives the device the part of the body that it asked for, once it is there. */
function handOver(exchange: Exchange): void {
  const { id, request } = exchange;
  if (!exchange.receiving || exchange.ended) {
    return;
  }
  const length = Math.min(HTTP_PART, request.readableLength);
  const part = length > 0 ? (request.read(length) as Buffer | null) : null;
  if (part !== null) {
    exchange.receiving = false;
    post({ kind: "http", id, event: "body", bytes: Uint8Array.from(part) });
  } else if (request.complete || request.readableEnded) {
    request.read(); // Its end is seen by whoever reads on.
    exchange.receiving = false;
    post({ kind: "http", id, event: "body", bytes: new Uint8Array(0) });
  } else {
    request.read(0); // Asks for more.
  }
}

function makeRoom(exchange: Exchange): void {
  if (exchange.refused && !exchange.ended) {
    exchange.refused = false;
    post({ kind: "http", id: exchange.id, event: "room", bytes: new Uint8Array(0) });
  }
}

/** Nothing moved for too long. A client that is waited for is told so, or left; one that waits is left alone. */
function tooSlow({ ended, receiving, request, response }: Exchange): void {
  if (receiving && !response.headersSent) {
    refuse(response, 408);
  } else if (ended || receiving) {
    request.socket.destroy();
  }
}

/** The connection ended before the answer did. */
function closed(exchange: Exchange): void {
  if (exchanges.delete(exchange.id)) {
    post({ kind: "http", id: exchange.id, event: "closed", bytes: new Uint8Array(0) });
  }
}

/** Without a page the device says so; all else of it works. */
function pageBytes(): Buffer {
  try {
    page ??= readFileSync(PAGE);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) {
      throw new Failure(`The page ${PAGE} can't be read: ${systemReason(error)}.`);
    }
    page = Buffer.alloc(0);
  }
  return page;
}

function text(bytes: unknown): string {
  return decoder.decode(bytes as Uint8Array);
}
