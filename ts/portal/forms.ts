/** What is sent whole: settings, passwords and networks as JSON, certificates. */

import { u32, utf8, type Bytes, type u16 } from "ts2c";
import { type HttpEvent, type RequestId } from "#platform/http";
import { type Configuration } from "../configuration.ts";
import { sameBytes } from "../bytes.ts";
import { type Settings } from "../settings/settings.ts";
import { BODY_SIZE, Body } from "./body.ts";
import { type Certificates } from "./certificates.ts";
import { type Login } from "./login.ts";
import { Members } from "./members.ts";
import { mayBePassword } from "./password.ts";
import { type Response } from "./response.ts";
import { type Route } from "./routes.ts";
import { isUtf8 } from "./utf8.ts";
import { type WifiForm } from "./wifi-form.ts";

/** No request: they are counted from 1 on. */
const NONE = 0;

/** How long a form may take to come, in milliseconds: whoever sends it byte by byte holds up all others. */
const SENDING_MS = 20000;

/** Takes forms, one at a time. */
export class Forms {
  private readonly settings: Settings;
  private readonly configuration: Configuration;
  private readonly login: Login;
  private readonly response: Response;
  private readonly body: Body = new Body();
  readonly members: Members = new Members();
  private readonly wifi: WifiForm;
  private readonly certificates: Certificates;
  private route: Route = "unknown";
  private since: u32 = 0;
  /** The request whose body is whole and not taken so far. */
  private whole: RequestId = NONE;

  constructor(
    settings: Settings,
    configuration: Configuration,
    login: Login,
    response: Response,
    wifi: WifiForm,
    certificates: Certificates,
  ) {
    this.settings = settings;
    this.configuration = configuration;
    this.login = login;
    this.response = response;
    this.wifi = wifi;
    this.certificates = certificates;
  }

  /** A request brings a form. */
  begin(id: RequestId, route: Route, length: u32, now: u32): void {
    const isCertificate = route === "authority" || route === "identity";
    if (length === 0 && isCertificate) {
      this.certificates.take(id, route, utf8(""));
    } else if (length === 0) {
      this.response.refuse(id, 400, "There is no body: a JSON object is wanted, and its Content-Length.");
    } else if (length > BODY_SIZE) {
      this.response.refuse(id, 413, "This is longer than a form may be: 4096 bytes.");
    } else if (this.body.isBusy() && !this.isByStranger()) {
      this.response.refuse(id, 503, "Another form is being sent: try again.");
    } else {
      this.breakOff();
      this.route = route;
      this.since = now;
      this.body.begin(id, length);
    }
  }

  /** Whether the form that is being sent may be by anybody: it gives way, or strangers could keep the owner out. */
  private isByStranger(): boolean {
    return this.route === "login" && this.whole === NONE;
  }

  /** Leaves the form that is being sent. */
  private breakOff(): void {
    if (this.body.isBusy()) {
      this.response.refuse(this.body.sender(), 408, "The form took too long.");
      this.body.end();
    }
  }

  /** Something happened to a request; to others than ours nothing is done here. */
  onHttp(id: RequestId, event: HttpEvent, bytes: Bytes, now: u32): void {
    switch (this.body.onHttp(id, event, bytes)) {
      case "none":
        break;
      case "broken":
        this.response.refuse(id, 400, "The form broke off.");
        this.body.end();
        break;
      case "whole":
        this.whole = id;
        this.tick(now);
        break;
    }
  }

  /** Takes what is whole; a certificate not before what is being saved is saved. */
  tick(now: u32): void {
    const id = this.whole;
    if (id === NONE) {
      if (u32(now - this.since) >= SENDING_MS) {
        this.breakOff();
      }
      return;
    }
    if (!this.body.isBusy()) {
      this.whole = NONE; // Its client went away.
      return;
    }
    const isCertificate = this.route === "authority" || this.route === "identity";
    if (!isCertificate || !this.certificates.isBusy()) {
      this.whole = NONE;
      this.take(id, now);
      this.body.end();
    }
  }

  private take(id: RequestId, now: u32): void {
    if (!isUtf8(this.body.view())) {
      this.response.refuse(id, 400, "The form is no UTF-8.");
    } else if (this.route === "authority" || this.route === "identity") {
      this.certificates.take(id, this.route, this.body.view());
    } else if (this.route === "change-settings") {
      this.takeSettings(id, now);
    } else if (this.route === "wifi") {
      this.takeWifi(id, now);
    } else {
      this.takePassword(id, now);
    }
  }

  /** All settings are taken, or none. */
  private takeSettings(id: RequestId, now: u32): void {
    const form = this.body.view();
    this.settings.codes.beginCheck();
    this.members.start();
    let step = this.members.next(form);
    let count: u16 = 0;
    while (step === "member") {
      if (this.settings.check(this.members.name.view(), this.members.value.view()) !== "ok") {
        this.refuseSetting(id);
        return;
      }
      count = Math.min(count + 1, 0xffff);
      step = this.members.next(form);
    }
    if (step !== "end") {
      this.refuseShape(id);
      return;
    }
    this.members.start();
    while (this.members.next(form) === "member") {
      if (this.isOtherPassword()) {
        this.login.passwordReplaced();
      }
      this.configuration.change(this.members.name.view(), this.members.value.view(), now);
    }
    this.response.json(200);
    this.response.body.text('{"changed":');
    this.response.body.int(count);
    this.response.body.text("}\n");
    this.response.send(id);
  }

  /** Whether the walk stands at the hash of another password than the device has: that of an import. */
  private isOtherPassword(): boolean {
    return (
      sameBytes(this.members.name.view(), utf8("login_password")) &&
      !sameBytes(this.members.value.view(), this.settings.text("login_password"))
    );
  }

  /** A network to join: what comes of it is in the status. */
  private takeWifi(id: RequestId, now: u32): void {
    switch (this.wifi.take(this.body.view(), this.members, now)) {
      case "tried":
        this.response.json(202);
        this.response.send(id);
        break;
      case "busy":
        this.response.refuse(id, 409, "The device is joining a network already: wait for what comes of it.");
        break;
      case "shape":
        this.refuseShape(id);
        break;
      case "nameless":
        this.response.refuse(id, 422, "No network is named: wifi_name must have 1 to 32 bytes.");
        break;
      case "setting":
        this.refuseSetting(id);
        break;
    }
  }

  /** A problem that names the setting, and says in the device's words what it may be. */
  private refuseSetting(id: RequestId): void {
    this.response.beginProblem(422);
    this.response.body.jsonString(this.settings.explanation());
    this.response.body.text(',"setting":');
    this.response.body.jsonString(this.members.name.view());
    this.response.body.text("}\n");
    this.response.send(id);
  }

  private takePassword(id: RequestId, now: u32): void {
    const form = this.body.view();
    this.members.start();
    const isPassword = this.members.next(form) === "member" && sameBytes(this.members.name.view(), utf8("password"));
    const password = this.members.value.view();
    if (!isPassword) {
      this.refuseShape(id);
      return;
    }
    const isSetting = this.route === "password";
    if (isSetting && !mayBePassword(password)) {
      this.response.refuse(id, 422, "A password has 8 to 64 bytes.");
      return;
    }
    if (!isSetting && !this.login.password.isSet()) {
      this.response.refuse(id, 403, "There is no password to log in with: press the device's button, then set one.");
      return;
    }
    const start = this.login.password.start(isSetting ? "set" : "check", password, now);
    this.members.value.clear();
    if (!this.login.begin(start, id, this.route, 0, now)) {
      this.response.send(id);
    }
  }

  private refuseShape(id: RequestId): void {
    this.response.refuse(id, 400, "This is no JSON object of texts, numbers and truth values.");
  }
}
