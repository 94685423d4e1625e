/** Takes a firmware image that is sent over HTTP: part after part, each as soon as the flash has the one before. */

import { u32, utf8, type Bytes, type range } from "ts2c";
import * as http from "#platform/http";
import { type HttpEvent, type RequestId } from "#platform/http";
import * as log from "#platform/log";
import * as system from "#platform/system";
import * as update from "#platform/update";
import { type UpdateEvent } from "#platform/update";
import { HTTP_PART } from "../sockets.ts";
import { IMAGE_HEAD, examine, versionOf, type ImageFault } from "../update/image.ts";
import { type Response, type Status } from "./response.ts";

/** Between the answer and the restart, so that the answer arrives, in milliseconds. */
const RESTART_MS = 1000;

/** No request: they are counted from 1 on. */
const NONE = 0;

/**
 * `idle`; `head`: the image's head is collected; `starting`, `writing`, `finishing`: the flash works; `restarting`: the image is
 * installed.
 */
type State = "idle" | "head" | "starting" | "writing" | "finishing" | "restarting";

function faultText(fault: ImageFault): string {
  switch (fault) {
    case "other-chip":
      return "This image is for another chip.";
    case "other-project":
      return "This image is another project's.";
    default:
      return "This is no firmware image.";
  }
}

/** One upload at a time. */
export class Firmware {
  private readonly response: Response;
  private state: State = "idle";
  private request: RequestId = NONE;
  /** How long the body is, and how much of it came. */
  private length: u32 = 0;
  private received: u32 = 0;
  private installedAt: u32 = 0;
  /** The image's head, and what came with it. */
  private readonly head: Uint8Array = new Uint8Array(IMAGE_HEAD + HTTP_PART);
  private used: range<0, 1312> = 0;

  constructor(response: Response) {
    this.response = response;
  }

  /** A request to take an image. */
  begin(id: RequestId, length: u32): void {
    if (this.state !== "idle") {
      this.refuse(id, 409, "Another update is under way.");
    } else if (length < IMAGE_HEAD) {
      this.refuse(id, 422, faultText("no-image"));
    } else if (length > update.slotSize()) {
      this.refuse(id, 413, "This image is larger than the flash has room for.");
    } else {
      this.state = "head";
      this.request = id;
      this.length = length;
      this.received = 0;
      this.used = 0;
      http.receive(id);
    }
  }

  /** Something happened to a request; to others than ours nothing is done here. */
  onHttp(id: RequestId, event: HttpEvent, bytes: Bytes): void {
    if (id !== this.request || this.state === "idle") {
      return;
    }
    if (event === "closed") {
      this.giveUp();
    } else if (event === "body") {
      this.takePart(bytes);
    }
  }

  private takePart(part: Bytes): void {
    this.received = u32(this.received + part.length);
    if (part.length === 0) {
      this.takeEnd();
    } else if (this.state === "head") {
      this.collect(part);
    } else if (!update.write(part)) {
      this.fail(500, "The flash did not follow.");
    }
  }

  private takeEnd(): void {
    if (this.received < this.length || this.state !== "writing") {
      this.fail(400, "The image broke off.");
    } else {
      this.state = "finishing";
      update.finish();
    }
  }

  /** Collects the image's head, and starts to write when it is there and right. */
  private collect(part: Bytes): void {
    const used = this.used;
    if (part.length > this.head.length - used) {
      this.fail(500, "A part was too long.");
      return;
    }
    this.head.set(part, used);
    this.used = used + part.length;
    if (this.used < IMAGE_HEAD) {
      http.receive(this.request);
      return;
    }
    const fault = examine(this.head, update.chip());
    if (fault !== "none") {
      this.fail(422, faultText(fault));
      return;
    }
    this.state = "starting";
    update.begin();
  }

  /** How the driver's work went. */
  onUpdate(event: UpdateEvent, now: u32): void {
    switch (event) {
      case "ready":
        if (this.state === "starting") {
          this.state = "writing";
          update.write(this.head.subarray(0, this.used));
        }
        break;
      case "written":
        if (this.state === "writing") {
          http.receive(this.request);
        }
        break;
      case "installed":
        if (this.state === "finishing") {
          this.install(now);
        }
        break;
      case "damaged":
        this.fail(422, "This image is damaged: its checksum is wrong.");
        break;
      case "failed":
        this.fail(500, "The flash could not be written.");
        break;
    }
  }

  private install(now: u32): void {
    this.state = "restarting";
    this.installedAt = now;
    this.response.json(200);
    this.response.body.text('{"installed":');
    this.response.body.jsonString(versionOf(this.head));
    this.response.body.text(',"restart":true}\n');
    this.response.send(this.request);
    log.write("info", utf8("An update is installed: the device restarts."));
  }

  /** Restarts into the new image when the answer is out. */
  tick(now: u32): void {
    if (this.state === "restarting" && u32(now - this.installedAt) >= RESTART_MS) {
      this.state = "idle";
      system.restart();
    }
  }

  private fail(status: Status, detail: string): void {
    if (this.state === "idle") {
      return;
    }
    this.refuse(this.request, status, detail);
    this.giveUp();
  }

  private giveUp(): void {
    if (this.state === "restarting") {
      return;
    }
    if (this.state !== "head") {
      update.abort();
    }
    this.state = "idle";
    this.request = NONE;
  }

  private refuse(id: RequestId, status: Status, detail: string): void {
    log.write("warning", utf8(detail));
    this.response.problem(status, detail);
    this.response.send(id);
  }
}
