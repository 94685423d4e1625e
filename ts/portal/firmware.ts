/** Takes a firmware image that is sent over HTTP. */

import { utf8, type Bytes, type u32 } from "ts2c";
import * as http from "#platform/http";
import { type HttpEvent, type RequestId } from "#platform/http";
import * as log from "#platform/log";
import { type UpdateEvent } from "#platform/update";
import { refusalText, type Installation, type Step } from "../update/installation.ts";
import { type Pull } from "../update/pull.ts";
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
  private readonly pull: Pull;
  private request: RequestId = NONE;

  constructor(response: Response, installation: Installation, pull: Pull) {
    this.response = response;
    this.installation = installation;
    this.pull = pull;
  }

  /** A request to take an image, even an older one where that is said. */
  begin(id: RequestId, length: u32, anyVersion: boolean): void {
    this.pull.giveWay();
    const step = this.installation.begin("push", length, anyVersion);
    if (step === "more") {
      this.request = id;
      http.receive(id);
    } else {
      this.refuse(id, step);
    }
  }

  /** A request to look for a newer image, or to fetch and install it. */
  ask(id: RequestId, installs: boolean, now: u32): void {
    if (this.pull.ask(installs, now)) {
      this.response.json(202);
      this.response.send(id);
    } else {
      this.refuse(id, "busy");
    }
  }

  /** How the flash's work went. */
  onUpdate(event: UpdateEvent, now: u32): void {
    const step = this.installation.onUpdate(event, now);
    this.follow(step);
    this.pull.follow(step);
  }

  tick(now: u32): void {
    this.installation.tick(now);
    this.pull.tick(now);
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
  private follow(step: Step): void {
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
    this.response.refuse(id, statusOf(step), detail);
  }
}
