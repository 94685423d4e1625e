/** The HTTP interface: which request gets which answer. */

import { utf8, type Bytes, type u32 } from "ts2c";
import { type HttpEvent, type RequestId } from "#platform/http";
import * as log from "#platform/log";
import * as network from "#platform/network";
import { type UpdateEvent } from "#platform/update";
import { type Configuration } from "../configuration.ts";
import { type AccessPoint } from "../network/access-point.ts";
import { type Network } from "../network/network.ts";
import { type Restart } from "../restart.ts";
import { type Settings } from "../settings/settings.ts";
import { type Answers } from "./answers.ts";
import { type Certificates } from "./certificates.ts";
import { type Firmware } from "./firmware.ts";
import { type Forms } from "./forms.ts";
import { type TelegramCopy } from "../p1/copy.ts";
import { type Login } from "./login.ts";
import { isOurHost, isOurOrigin } from "./origin.ts";
import { Page } from "./page.ts";
import { ANSWER_SIZE } from "./piece.ts";
import { type Request } from "./request.ts";
import { type Response } from "./response.ts";
import { isOfWifi, routeOf, type Route } from "./routes.ts";
import { type Streams } from "./streams.ts";
import { type StatusReport } from "./status.ts";

/** Answers requests. */
export class Portal {
  private readonly settings: Settings;
  private readonly configuration: Configuration;
  private readonly report: StatusReport;
  private readonly response: Response;
  private readonly page: Page = new Page();
  private readonly login: Login;
  private readonly forms: Forms;
  private readonly telegram: TelegramCopy;
  private readonly answers: Answers;
  private readonly streams: Streams;
  private readonly firmware: Firmware;
  private readonly restart: Restart;
  private readonly network: Network;
  private readonly accessPoint: AccessPoint;
  private readonly certificates: Certificates;
  /** Whether reading wanted the login a moment ago. */
  private wasLocked: boolean = false;

  constructor(
    settings: Settings,
    configuration: Configuration,
    report: StatusReport,
    response: Response,
    login: Login,
    forms: Forms,
    telegram: TelegramCopy,
    answers: Answers,
    streams: Streams,
    firmware: Firmware,
    restart: Restart,
    network: Network,
    accessPoint: AccessPoint,
    certificates: Certificates,
  ) {
    this.settings = settings;
    this.configuration = configuration;
    this.report = report;
    this.response = response;
    this.login = login;
    this.forms = forms;
    this.telegram = telegram;
    this.answers = answers;
    this.streams = streams;
    this.firmware = firmware;
    this.restart = restart;
    this.network = network;
    this.accessPoint = accessPoint;
    this.certificates = certificates;
  }

  onRequest(id: RequestId, request: Request, now: u32): void {
    const isOurs = isOurHost(request.fields, this.settings, this.network.ownName);
    if (!isOurs && request.isGuest) {
      this.response.redirect(network.accessPointAddress());
      this.response.send(id);
      return;
    }
    if (!isOurs) {
      this.response.refuse(
        id,
        403,
        "The device does not go by this name: use its address, or add the name to allowed_hosts.",
      );
      return;
    }
    if (!isOurOrigin(request.fields)) {
      this.response.refuse(id, 403, "A page from elsewhere may ask nothing of the device.");
      return;
    }
    const route = routeOf(request.method, request.path);
    if (isOfWifi(route) && network.kind() !== "wifi") {
      this.response.refuse(id, 404, "This device has no Wi-Fi.");
      return;
    }
    switch (this.login.admit(id, request, route, now)) {
      case "admitted":
        this.lead(id, route, request, now);
        break;
      case "refused":
        this.response.send(id);
        break;
      case "waits":
        break;
    }
  }

  /** Answers a request of somebody who may. */
  private lead(id: RequestId, route: Route, request: Request, now: u32): void {
    const { length, fields } = request;
    switch (route) {
      case "page":
        if (!this.page.send(id, fields)) {
          this.response.refuse(id, 404, "This build has no page: npm run generate makes it.");
        }
        break;
      case "status":
        this.response.json(200);
        this.report.write(this.response.body, now);
        this.response.body.text(',"access":{"login":');
        this.response.body.jsonString(utf8(this.login.state(request, now)));
        this.response.body.text("}}\n");
        this.response.send(id);
        break;
      case "readings":
        this.answers.begin(id, "readings");
        break;
      case "settings":
        this.answers.begin(id, "settings");
        break;
      case "history-hour":
        this.answers.begin(id, "hour");
        break;
      case "history-day":
        this.answers.begin(id, "day");
        break;
      case "log":
        this.answers.begin(id, "log");
        break;
      case "follow-log":
        this.streams.begin(id, "log", now);
        break;
      case "events":
        this.streams.begin(id, "events", now);
        break;
      case "telegram":
        this.answerTelegram(id);
        break;
      case "export":
        this.answers.begin(id, "export");
        break;
      case "metrics":
        if (this.settings.on("prometheus")) {
          this.answers.begin(id, "metrics");
        } else {
          this.response.refuse(id, 404, "Prometheus gets nothing: switch the setting prometheus on.");
        }
        break;
      case "homewizard":
      case "homewizard-data":
      case "homewizard-telegram":
        this.answerHomeWizard(id, route);
        break;
      case "change-settings":
      case "export-secrets":
      case "login":
      case "password":
      case "wifi":
      case "authority":
      case "identity":
        this.forms.begin(id, route, length, now);
        break;
      case "logout":
        this.login.logout(fields);
        this.done(id, 204);
        break;
      case "restart":
        this.restart.ask(now);
        this.done(id, 202);
        break;
      case "cancel":
        this.restart.cancel(now);
        this.done(id, 204);
        break;
      case "certificates":
        this.certificates.tell(id);
        break;
      case "firmware":
        this.firmware.begin(id, length, false);
        break;
      case "older-firmware":
        this.firmware.begin(id, length, true);
        break;
      case "look-for-update":
        this.firmware.ask(id, false, now);
        break;
      case "fetch-update":
        this.firmware.ask(id, true, now);
        break;
      case "wrong-query":
        this.response.refuse(id, 422, "What stands behind the question mark is not known at this address.");
        break;
      case "networks":
        this.answers.begin(id, "networks");
        break;
      case "access-point":
        this.response.json(200);
        this.accessPoint.write(this.response.body);
        this.response.send(id);
        break;
      case "scan":
        if (this.network.attempt.isOn()) {
          this.response.refuse(id, 409, "The device is joining a network: search when that is over.");
        } else {
          this.network.scan.start(now);
          this.done(id, 202);
        }
        break;
      case "wrong-method":
        this.response.refuse(id, 405, "This address takes another method.");
        break;
      case "unknown":
        this.response.refuse(id, 404, "There is nothing at this address.");
        break;
    }
  }

  onHttp(id: RequestId, event: HttpEvent, bytes: Bytes, now: u32): void {
    if (event === "closed") {
      this.login.closed(id);
    }
    this.forms.onHttp(id, event, bytes, now);
    this.firmware.onHttp(id, event, bytes);
    this.answers.onHttp(id, event);
    this.streams.onHttp(id, event, now);
  }

  onUpdate(event: UpdateEvent, now: u32): void {
    this.firmware.onUpdate(event, now);
  }

  /** A password's hash is there: whoever waited for it is answered. */
  onDerived(hash: Bytes, now: u32): void {
    const right = this.login.password.onDerived(hash, now);
    const id = this.login.takeWaiting();
    const route = this.login.waitingRoute;
    if (route === "password" && right) {
      this.configuration.change(utf8("login_password"), this.login.password.setting(), now);
      this.login.passwordChanged();
      log.write("info", utf8("The page's password was set."));
    }
    if (id === 0) {
      return;
    }
    if (!right && route === "password") {
      this.response.refuse(id, 500, "The password could not be set: the log says why.");
    } else if (!right) {
      this.login.refuse();
      this.response.send(id);
    } else if (route === "export-secrets" && this.login.waitingLength === 0) {
      this.answers.begin(id, "export-secrets");
    } else if (route === "login" || route === "password") {
      this.response.json(204);
      this.login.openSession(now);
      this.response.send(id);
    } else {
      const nothing = utf8("");
      const length = this.login.waitingLength;
      this.lead(id, route, { method: "get", path: nothing, fields: nothing, length, isGuest: false }, now);
    }
  }

  tick(now: u32): void {
    const locked = this.settings.on("login_for_reading");
    if (this.login.takeLogout() || (locked && !this.wasLocked)) {
      this.streams.endAll();
    }
    this.wasLocked = locked;
    this.login.tick(now);
    this.forms.tick(now);
    this.streams.tick(now);
    this.firmware.tick(now);
  }

  /** The last telegram goes out in one piece, so that the next one does not mix with it. */
  private answerTelegram(id: RequestId): void {
    const length = this.telegram.view().length;
    if (length === 0) {
      this.response.refuse(id, 404, "No telegram came so far, or a very long one is being read.");
    } else if (length > ANSWER_SIZE) {
      this.response.refuse(
        id,
        404,
        "The last telegram is too long to be shown here: set telegram_port, and read it there.",
      );
    } else {
      this.answers.begin(id, "telegram");
    }
  }

  /** HomeWizard's own device says 403 while its API is off: its clients tell their users so. */
  private answerHomeWizard(id: RequestId, route: Route): void {
    if (!this.settings.on("homewizard")) {
      this.response.refuse(id, 403, "HomeWizard's clients get nothing: switch the setting homewizard on.");
    } else if (route === "homewizard-telegram") {
      this.answerTelegram(id);
    } else {
      this.answers.begin(id, route === "homewizard" ? "homewizard" : "homewizard-data");
    }
  }

  /** Answers that it is done, or under way. */
  private done(id: RequestId, status: 202 | 204): void {
    this.response.json(status);
    this.response.send(id);
  }
}
