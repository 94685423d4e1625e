import { utf8, type Bytes, type u32 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { type Attempt } from "../network/attempt.ts";
import { type Settings } from "../settings/settings.ts";
import { type Members } from "./members.ts";

/**
 * What became of it. `tried`: the status tells how it goes. `busy`: another one is being tried. `shape`: it is no such form.
 * `nameless`: no network is named. `setting`: a value is not allowed; the settings' explanation says why, and the walk stands at it.
 */
export type WifiFormResult = "tried" | "busy" | "shape" | "nameless" | "setting";

/** A Wi-Fi that somebody chose: `wifi_name`, and `wifi_password` unless it is open. */
export class WifiForm {
  private readonly settings: Settings;
  private readonly attempt: Attempt;

  constructor(settings: Settings, attempt: Attempt) {
    this.settings = settings;
    this.attempt = attempt;
  }

  /** Begins an attempt with what the form says, read by `members`. */
  take(form: Bytes, members: Members, now: u32): WifiFormResult {
    if (this.attempt.isOn()) {
      return "busy";
    }
    this.attempt.clear();
    const result = this.read(form, members);
    if (result === "tried") {
      this.attempt.ask(now);
    } else {
      this.attempt.clear();
    }
    return result;
  }

  private read(form: Bytes, members: Members): WifiFormResult {
    members.start();
    let step = members.next(form);
    while (step === "member") {
      const name = members.name.view();
      const value = members.value.view();
      const isName = sameBytes(name, utf8("wifi_name"));
      if (!isName && !sameBytes(name, utf8("wifi_password"))) {
        return "shape";
      }
      if (this.settings.check(name, value) !== "ok") {
        return "setting";
      }
      if (isName) {
        this.attempt.setName(value);
      } else {
        this.attempt.setPassword(value);
      }
      step = members.next(form);
    }
    if (step !== "end") {
      return "shape";
    }
    return this.attempt.name().length > 0 ? "tried" : "nameless";
  }
}
