import { type Bytes, type range } from "ts2c";
import * as http from "#platform/http";
import { type HttpEvent, type RequestId } from "#platform/http";

/** The longest body of a form: all settings at once. */
export const BODY_SIZE = 4096;

/** No request: they are counted from 1 on. */
const NONE = 0;

/** What became of a body: `none`: it is not ours, or goes on; `broken`: it ended too early. */
export type BodyState = "none" | "whole" | "broken";

/** Collects the body of one request at a time. */
export class Body {
  private request: RequestId = NONE;
  private length: range<0, 4096> = 0;
  private readonly memory: Uint8Array = new Uint8Array(BODY_SIZE);
  private used: range<0, 4096> = 0;

  /** Whether another request's body is being collected. */
  isBusy(): boolean {
    return this.request !== NONE;
  }

  /** Whose body is being collected; 0: nobody's. */
  sender(): RequestId {
    return this.request;
  }

  /** Begins to collect the body of a request. */
  begin(request: RequestId, length: range<0, 4096>): void {
    this.request = request;
    this.length = length;
    this.used = 0;
    http.receive(request);
  }

  /** Something happened to a request. */
  onHttp(request: RequestId, event: HttpEvent, bytes: Bytes): BodyState {
    if (request !== this.request || request === NONE) {
      return "none";
    }
    if (event === "closed") {
      this.end();
    }
    if (event !== "body") {
      return "none";
    }
    const used = this.used;
    if (bytes.length > 0 && bytes.length <= this.length - used && bytes.length <= this.memory.length - used) {
      this.memory.set(bytes, used);
      this.used = used + bytes.length;
      http.receive(request);
      return "none";
    }
    return bytes.length === 0 && this.used === this.length ? "whole" : "broken";
  }

  /** What was collected. */
  view(): Bytes {
    return this.memory.subarray(0, this.used);
  }

  /** The body was used. What it held may be a password. */
  end(): void {
    this.request = NONE;
    this.memory.fill(0);
    this.used = 0;
  }
}
