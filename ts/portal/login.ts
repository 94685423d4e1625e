/** Who may ask what: sessions of browsers, the password of `curl`, and the first password. */

import { u32, utf8, type Bytes, type range } from "ts2c";
import { type RequestId } from "#platform/http";
import * as log from "#platform/log";
import * as update from "#platform/update";
import { sameBytes } from "../bytes.ts";
import { type Settings } from "../settings/settings.ts";
import { basicOf, cookieOf, decodeBase64 } from "./fields.ts";
import { mayBePassword, type Password, type Start } from "./password.ts";
import { type Request } from "./request.ts";
import { type Response } from "./response.ts";
import { accessOf, type Access, type Route } from "./routes.ts";
import { Sessions } from "./sessions.ts";

/** The name with which `curl` logs in, and the colon behind it. */
const USER = "admin:";
const COOKIE = "p1_session";

/** How long the first password may be set after the button, in milliseconds. */
const CLAIM_MS = 120000;

/** No request: they are counted from 1 on. */
const NONE = 0;

/** Whether a request may have what it asks for; `waits`: that shows when its password is checked. */
export type Admission = "admitted" | "refused" | "waits";

/** What an answer tells its reader: there is no password, there is none and it may be set now, it is asked for, it was given. */
export type LoginState = "none" | "claimable" | "needed" | "given";

/** Admits requests. */
export class Login {
  private readonly settings: Settings;
  private readonly response: Response;
  private readonly sessions: Sessions = new Sessions();
  readonly password: Password;
  private claimable: boolean = false;
  private claimableSince: u32 = 0;
  private endsStreams: boolean = false;
  private readonly basicMemory: Uint8Array = new Uint8Array(80);
  /** The request whose password is being checked. */
  private waiting: RequestId = NONE;
  waitingRoute: Route = "unknown";
  waitingLength: u32 = 0;

  constructor(settings: Settings, password: Password, response: Response) {
    this.settings = settings;
    this.password = password;
    this.response = response;
  }

  /** Whether a setting is the password as it is typed: then its hash is being computed, and set. */
  takePassword(name: Bytes, value: Bytes, now: u32): boolean {
    const isTyped = mayBePassword(value);
    if (!isTyped || !sameBytes(name, utf8("login_password")) || this.password.start("set", value, now) !== "started") {
      return false;
    }
    this.waiting = NONE;
    this.waitingRoute = "password";
    return true;
  }

  /** The button was pressed: whoever did that may set the first password. */
  claim(now: u32): void {
    if (!this.password.isSet()) {
      this.claimable = true;
      this.claimableSince = now;
      log.write("info", utf8("The page's password can be set for two minutes."));
    }
  }

  tick(now: u32): void {
    if (this.claimable && u32(now - this.claimableSince) >= CLAIM_MS) {
      this.claimable = false;
    }
    this.sessions.tick(now);
  }

  /** How a request stands. */
  state(request: Request, now: u32): LoginState {
    if (this.sessions.isOpen(cookieOf(request.fields, utf8(COOKIE)), now)) {
      return "given";
    }
    if (this.password.isSet()) {
      return "needed";
    }
    return this.mayClaim(request) ? "claimable" : "none";
  }

  /** Whether a request may have what is at a route. Where it is refused, an answer to it is made. */
  admit(id: RequestId, request: Request, route: Route, now: u32): Admission {
    const { fields, length } = request;
    if (this.isOpen(accessOf(route), request) || this.sessions.isOpen(cookieOf(fields, utf8(COOKIE)), now)) {
      return "admitted";
    }
    if (!this.password.isSet()) {
      this.response.problem(
        403,
        "Nobody changes the device before a password is set. Press its button, then set one on the page within two minutes.",
      );
      return "refused";
    }
    const words = decodeBase64(basicOf(fields), this.basicMemory);
    const user = utf8(USER);
    let admission: Admission = "refused";
    if (sameBytes(words.subarray(0, user.length), user)) {
      admission = this.check(id, words.subarray(user.length), route, length, now);
    } else {
      this.refuse();
    }
    this.basicMemory.fill(0);
    return admission;
  }

  /** Whether a request may set the first password: somebody is near who pressed the button, or joined the access point. */
  private mayClaim(request: Request): boolean {
    return (this.claimable || request.isGuest) && !this.password.isSet();
  }

  /** Whether a route is open to a request without a password. */
  private isOpen(access: Access, request: Request): boolean {
    switch (access) {
      case "everybody":
        return true;
      case "reader":
        return !this.settings.on("login_for_reading");
      case "owner":
        return update.withoutLogin();
      case "claimant":
        return this.mayClaim(request);
    }
  }

  private check(id: RequestId, password: Bytes, route: Route, length: u32, now: u32): Admission {
    if (this.password.isKnown(password, now)) {
      return "admitted";
    }
    return this.begin(this.password.start("check", password, now), id, route, length, now) ? "waits" : "refused";
  }

  /** A password is being derived for a request; or it is not, and an answer to it is made that says so. */
  begin(start: Start, id: RequestId, route: Route, length: u32, now: u32): boolean {
    if (start === "started") {
      this.waiting = id;
      this.waitingRoute = route;
      this.waitingLength = length;
      return true;
    }
    if (start === "wrong") {
      this.refuse();
    } else if (start === "wait") {
      this.refuseForNow(this.password.secondsLeft(now));
    } else {
      this.response.problem(503, "Another login is being checked: try again.");
      this.response.retryAfter(1);
    }
    return false;
  }

  /** Makes the answer to whoever guessed too often. */
  private refuseForNow(seconds: range<0, 64>): void {
    this.response.beginProblem(429);
    this.response.body.text('"Too many wrong passwords: try again in ');
    this.response.body.int(seconds);
    this.response.body.text(seconds === 1 ? ' second."}\n' : ' seconds."}\n');
    this.response.retryAfter(seconds);
  }

  /** Makes the answer to a request whose password is wrong or missing. */
  refuse(): void {
    this.response.problem(401, "The password is missing or wrong.");
    this.response.beginField("WWW-Authenticate").text('P1 realm="p1_meter"');
    this.response.endField();
  }

  /** The request that waited for a password, once; 0 where it is gone. */
  takeWaiting(): RequestId {
    const waiting = this.waiting;
    this.waiting = NONE;
    return waiting;
  }

  /** The client is gone. */
  closed(id: RequestId): void {
    if (this.waiting === id) {
      this.waiting = NONE;
    }
  }

  /** Opens a session in the answer that is being made. */
  openSession(now: u32): void {
    const head = this.response.beginField("Set-Cookie");
    head.text(COOKIE);
    head.text("=");
    this.sessions.open(head, now);
    head.text("; HttpOnly; SameSite=Strict; Path=/");
    this.response.endField();
  }

  /** A new password was set: whoever knew the old one is logged out. */
  passwordChanged(): void {
    this.claimable = false;
    this.sessions.closeAll();
    this.endsStreams = true;
  }

  /** The password became another one, or none, without being typed here. */
  passwordReplaced(): void {
    this.password.forget();
    this.passwordChanged();
  }

  /** Whether somebody was logged out, who may be watching, once. */
  takeLogout(): boolean {
    const ends = this.endsStreams;
    this.endsStreams = false;
    return ends;
  }

  /** Ends the session of a request. */
  logout(fields: Bytes): void {
    this.sessions.close(cookieOf(fields, utf8(COOKIE)));
    this.endsStreams = true;
  }
}
