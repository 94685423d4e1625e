/** The answer to a request, in the making. */

import { Writer, utf8, type range, type u32 } from "ts2c";
import * as http from "#platform/http";
import { type RequestId } from "#platform/http";
import { writeAddress } from "../network/address.ts";
import { HTTP_PART } from "../sockets.ts";

/** Where a browser looks when an address names no port. */
const USUAL_PORT = 80;

/** A status of HTTP. */
export type Status = range<200, 599>;

/** An answer of one part. */
export class Response {
  private status: Status = 200;
  private type: string = "";
  private readonly headMemory: Uint8Array = new Uint8Array(256);
  private readonly head: Writer = new Writer(this.headMemory);
  private readonly buffer: Uint8Array = new Uint8Array(HTTP_PART);
  readonly body: Writer = new Writer(this.buffer);

  /** Starts an answer of JSON; what is written to {@link body} follows. */
  json(status: Status): void {
    this.status = status;
    this.type = "application/json";
    this.head.clear();
    this.head.text("Cache-Control: no-store\r\n");
    this.body.clear();
  }

  /** A refusal, as RFC 9457 has it: `detail` is the sentence for a person. */
  problem(status: Status, detail: string): void {
    this.beginProblem(status);
    this.body.jsonString(utf8(detail));
    this.body.text("}\n");
  }

  /** Answers a request with such a refusal. */
  refuse(request: RequestId, status: Status, detail: string): void {
    this.problem(status, detail);
    this.send(request);
  }

  /** Starts a refusal; the sentence, as a JSON string, and the object's end follow. */
  beginProblem(status: Status): void {
    this.json(status);
    this.type = "application/problem+json";
    this.body.text('{"status":');
    this.body.int(status);
    this.body.text(',"detail":');
  }

  /** Leads whoever looks for another host to the page, at one of the device's addresses. */
  redirect(address: u32): void {
    this.json(302);
    this.type = "text/plain; charset=utf-8";
    const location = this.beginField("Location");
    location.text("http://");
    writeAddress(location, address);
    if (http.port() !== USUAL_PORT) {
      location.text(":");
      location.int(http.port());
    }
    location.text("/");
    this.endField();
    this.body.text("The device's page is at its own address.\n");
  }

  /** Adds a line to the head of the answer that was started: its name, and what {@link Writer} writes behind it. */
  beginField(name: string): Writer {
    this.head.text(name);
    this.head.text(": ");
    return this.head;
  }

  /** Ends such a line. */
  endField(): void {
    this.head.text("\r\n");
  }

  /** Says after how many seconds it may be asked again. */
  retryAfter(seconds: range<0, 64>): void {
    this.beginField("Retry-After").int(seconds);
    this.endField();
  }

  /** Hands it to the server. It always has room for the first part of an answer. */
  send(request: RequestId): void {
    http.answer(request, this.status, utf8(this.type), this.head.view());
    http.send(request, this.body.view());
    http.end(request);
  }
}
