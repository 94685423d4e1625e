/** The HTTP interface: which request gets which answer. */

import { type Bytes, type u32, utf8 } from "ts2c";
import { type HttpEvent, type RequestId } from "#platform/http";
import * as update from "#platform/update";
import { type UpdateEvent } from "#platform/update";
import { sameBytes } from "../bytes.ts";
import { Firmware } from "./firmware.ts";
import { Page } from "./page.ts";
import { type Request } from "./request.ts";
import { Response } from "./response.ts";
import { type StatusReport } from "./status.ts";

/** What a request asks for; the last three are refusals. */
export type Route = "page" | "status" | "firmware" | "forbidden" | "wrong-method" | "unknown";

/** Where a request leads. Until there is a login nobody may change the device, unless the build says so. */
export function route(request: Request, withoutLogin: boolean): Route {
  const path = pathOf(request.path);
  if (sameBytes(path, utf8("/"))) {
    return request.method === "get" ? "page" : "wrong-method";
  }
  if (sameBytes(path, utf8("/api/status"))) {
    return request.method === "get" ? "status" : "wrong-method";
  }
  if (sameBytes(path, utf8("/api/firmware"))) {
    if (request.method !== "post") {
      return "wrong-method";
    }
    return withoutLogin ? "firmware" : "forbidden";
  }
  return "unknown";
}

/** The path of a target, without the query. */
function pathOf(target: Bytes): Bytes {
  const mark = target.indexOf(63);
  return mark < 0 ? target : target.subarray(0, mark);
}

/** Answers requests. */
export class Portal {
  private readonly report: StatusReport;
  private readonly response: Response = new Response();
  private readonly page: Page = new Page();
  private readonly firmware: Firmware = new Firmware(this.response);

  constructor(report: StatusReport) {
    this.report = report;
  }

  onRequest(id: RequestId, request: Request): void {
    switch (route(request, update.withoutLogin())) {
      case "page":
        if (this.page.send(id, request)) {
          return;
        }
        this.response.problem(404, "This build has no page: npm run generate makes it.");
        break;
      case "status":
        this.response.json(200);
        this.report.write(this.response.body);
        break;
      case "firmware":
        this.firmware.begin(id, request);
        return;
      case "forbidden":
        this.response.problem(403, "Updates over HTTP need a login, which this firmware does not have yet.");
        break;
      case "wrong-method":
        this.response.problem(405, "This address takes another method.");
        break;
      case "unknown":
        this.response.problem(404, "There is nothing at this address.");
        break;
    }
    this.response.send(id);
  }

  onHttp(id: RequestId, event: HttpEvent, bytes: Bytes): void {
    this.firmware.onHttp(id, event, bytes);
  }

  onUpdate(event: UpdateEvent, now: u32): void {
    this.firmware.onUpdate(event, now);
  }

  tick(now: u32): void {
    this.firmware.tick(now);
  }
}
