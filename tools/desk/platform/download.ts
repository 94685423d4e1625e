import { request as plainRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import type * as declared from "../../../ts/platform/download.ts";
import { HTTP_PART } from "../../../ts/sockets.ts";
import type { Post } from "../events.ts";
import { host as clock } from "./clock.ts";

const REDIRECTS = 5;
/** How long a server may take for a part of the body, and for its head. */
const PART_MILLISECONDS = 30_000;

let post: Post = () => undefined;
/** The download that is under way. */
let current: Download | null = null;
let bodyBegins = 0;

export const open: typeof declared.open = (id, url, from, plain) => {
  if (current !== null) {
    return false;
  }
  current = new Download(id, from, plain);
  current.ask(new TextDecoder().decode(Uint8Array.from(url)), REDIRECTS);
  return true;
};

export const offset: typeof declared.offset = () => bodyBegins;

export const receive: typeof declared.receive = () => current?.receive();

export const close: typeof declared.close = () => {
  current?.stop();
  current = null;
};

/** For the desk. */
export const host = {
  attach(to: Post): void {
    post = to;
  },
};

/** One file on its way. The authorities are those of Node, and what NODE_EXTRA_CA_CERTS names. */
class Download {
  private readonly id: number;
  private readonly from: number;
  private readonly plain: boolean;
  private request: ClientRequest | null = null;
  private body: IncomingMessage | null = null;
  private part = Buffer.alloc(0);
  private wanted = false;
  private ended = false;
  private cancel: () => void = () => undefined;

  constructor(id: number, from: number, plain: boolean) {
    this.id = id;
    this.from = from;
    this.plain = plain;
  }

  ask(url: string, redirects: number): void {
    if (!URL.canParse(url)) {
      setImmediate(() => this.end("unreachable"));
      return;
    }
    const { protocol } = new URL(url);
    if (protocol !== "https:" && !(protocol === "http:" && this.plain)) {
      setImmediate(() => this.end("insecure"));
      return;
    }
    const headers = this.from > 0 ? { Range: `bytes=${this.from}-` } : {};
    const request = (protocol === "https:" ? secureRequest : plainRequest)(url, { headers, agent: false });
    this.request = request;
    this.limit();
    request.on("error", (error) => this.end(this.body === null ? reasonOf(error) : "broken"));
    request.on("response", (response) => this.takeHead(url, response, redirects));
    request.end();
  }

  private takeHead(url: string, response: IncomingMessage, redirects: number): void {
    const { statusCode = 0, headers } = response;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined && redirects > 0) {
      this.request?.removeAllListeners("error").on("error", () => undefined);
      response.destroy();
      const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : null;
      if (next === null) {
        this.end("refused");
      } else if (next.protocol === "http:" && url.startsWith("https:")) {
        this.end("insecure"); // Also where it may be unencrypted: somebody meant it to be.
      } else {
        this.ask(next.href, redirects - 1);
      }
      return;
    }
    if (statusCode !== 200 && statusCode !== 206) {
      this.end(statusCode === 404 || statusCode === 410 ? "missing" : "refused");
      return;
    }
    this.body = response;
    bodyBegins = statusCode === 206 ? this.from : 0;
    response.on("readable", () => this.fill());
    response.on("end", () => {
      this.ended = true;
      this.fill();
    });
    response.on("error", () => this.end("broken"));
    response.on("aborted", () => this.end("broken"));
    this.tell("begun");
  }

  receive(): void {
    this.wanted = true;
    this.limit();
    setImmediate(() => this.fill());
  }

  /** Collects a part, as long as it may be, and hands it over when it was asked for. */
  private fill(): void {
    if (!this.wanted || this.body === null || current !== this) {
      return;
    }
    const ready = this.body.readableLength;
    const bytes = (ready > 0 ? this.body.read(Math.min(ready, HTTP_PART - this.part.length)) : null) as Buffer | null;
    if (bytes !== null) {
      this.part = Buffer.concat([this.part, bytes]);
    }
    if (this.part.length === HTTP_PART || (this.ended && this.part.length > 0)) {
      const part = Uint8Array.from(this.part);
      this.part = Buffer.alloc(0);
      this.wanted = false;
      this.cancel();
      this.tell("part", part);
    } else if (this.ended) {
      this.end("end");
    } else if (this.body.readableLength > 0) {
      setImmediate(() => this.fill());
    } else {
      this.body.read(0); // Asks for more, and for the end.
    }
  }

  private limit(): void {
    this.cancel();
    this.cancel = clock.after(PART_MILLISECONDS, () => this.end(this.body === null ? "unreachable" : "broken"));
  }

  private tell(event: declared.DownloadEvent, bytes = new Uint8Array(0)): void {
    if (current === this) {
      post({ kind: "download", id: this.id, event, bytes });
    }
  }

  private end(event: declared.DownloadEvent): void {
    this.tell(event);
    if (current === this) {
      close();
    }
  }

  stop(): void {
    this.cancel();
    this.request?.on("error", () => undefined);
    this.body?.on("error", () => undefined);
    this.request?.destroy();
  }
}

/** What Node says of a certificate that it does not take; a connection that fails has other codes. */
function reasonOf(error: Error): declared.DownloadEvent {
  const { code = "" } = error as NodeJS.ErrnoException;
  return /CERT|ALTNAME|SIGNATURE|ISSUER|CRL/.test(code) ? "untrusted" : "unreachable";
}
