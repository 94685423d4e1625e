import { utf8, type Bytes } from "ts2c";
import type * as device from "../../../ts/device.ts";
import { host as http } from "../../../tools/desk/platform/http.ts";

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** The further lines of its head. */
  readonly fields: string;
  readonly body: string;
}

/** How a request comes. */
interface How {
  readonly host?: string;
  /** Further lines of its head. */
  readonly fields?: string;
  /** By the device's own access point. */
  readonly isGuest?: boolean;
}

const text = (bytes: Bytes): string => Buffer.from(bytes).toString("utf8");

/** Requests to a device in a test of it alone: no server is between. */
export class Requests {
  private readonly device: typeof device;
  private last = 0;
  private wanted = false;
  private answer = { status: 0, type: "", fields: "", body: "" };
  private ended = false;

  constructor(module: typeof device) {
    this.device = module;
    http.replace({
      receive: () => {
        this.wanted = true;
      },
      answer: (_id, status, type, fields) => {
        this.answer = { status, type: text(type), fields: text(fields), body: "" };
      },
      send: (_id, part) => {
        this.answer.body += text(part);
        return true;
      },
      end: () => {
        this.ended = true;
      },
    });
  }

  /** Sends a request whose answer comes at once. */
  send(method: "get" | "post", path: string, body = "", how: How = {}): Answer {
    this.ask(method, path, body, how);
    if (!this.ended) {
      throw new Error(`${path} has no answer yet.`);
    }
    return this.answer;
  }

  /** Sends a request whose answer may come later. */
  ask(
    method: "get" | "post",
    path: string,
    body = "",
    { host = "p1_meter", fields = "", isGuest = false }: How = {},
  ): void {
    const bytes = Buffer.from(body, "utf8");
    const id = ++this.last;
    this.ended = false;
    this.device.onRequest(id, method, utf8(path), utf8(`host:${host}\r\n${fields}`), bytes.length, isGuest);
    for (let at = 0; this.wanted && !this.ended; at += 1024) {
      this.wanted = false;
      this.device.onHttp(id, "body", bytes.subarray(at, at + 1024));
    }
  }
}
