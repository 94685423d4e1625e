/** Takes a firmware image that is sent over HTTP. */

import { utf8, type Bytes, type u32 } from "ts2c";
import * as http from "#platform/http";
import { type HttpEvent, type RequestId } from "#platform/http";
import * as log from "#platform/log";
import { refusalText, type Installation, type Step } from "../update/installation.ts";
import { type Response, type Status } from "./response.ts";

/** No request: they are counted from 1 on. */
const NONE = 0;

function statusOf(refusal: Step): Status {
  switch (refusal) {
    case "busy":
    case "trial":
    case "older":
      return 409;
    case "too-large":
      return 413;
    case "broken-off":
      return 400;
    case "flash":
      return 500;
    default:
      return 422;
  }
}

/** One upload at a time. */
export class Firmware {
  private readonly response: Response;
  private readonly installation: Installation;
  private request: RequestId = NONE;

  constructor(response: Response, installation: Installation) {
    this.response = response;
    this.installation = installation;
  }

  /** A request to take an image, even an older one where that is said. */
  begin(id: RequestId, length: u32, anyVersion: boolean): void {
    const step = this.installation.begin("push", length, anyVersion);
    if (step === "more") {
      this.request = id;
      http.receive(id);
    } else {
      this.refuse(id, step);
    }
  }

  /** Something happened to a request; to others than ours nothing is done here. */
  onHttp(id: RequestId, event: HttpEvent, bytes: Bytes): void {
    if (id !== this.request || id === NONE) {
      return;
    }
    if (event === "closed") {
      this.request = NONE;
      this.installation.abort();
    } else if (event === "body") {
      this.follow(this.installation.take(bytes));
    }
  }

  /** Goes on as the installation says. */
  follow(step: Step): void {
    const id = this.request;
    if (step === "waits" || id === NONE) {
      return;
    }
    if (step === "more") {
      http.receive(id);
      return;
    }
    this.request = NONE;
    if (step === "installed") {
      this.response.json(200);
      this.response.body.text('{"installed":');
      this.response.body.jsonString(this.installation.version());
      this.response.body.text(',"restart":true}\n');
      this.response.send(id);
    } else {
      this.refuse(id, step);
    }
  }

  private refuse(id: RequestId, step: Step): void {
    const detail = refusalText(step);
    log.write("warning", utf8(detail));
    this.response.problem(statusOf(step), detail);
    this.response.send(id);
  }
}
