/** The commands of the serial console, for who sets the device up without a phone. What it is told there it never says again. */

import { utf8, type Bytes, type Writer, type u32 } from "ts2c";
import * as console from "#platform/console";
import * as driver from "#platform/network";
import { sameBytes } from "../bytes.ts";
import { type Configuration } from "../configuration.ts";
import { type FactoryReset } from "../factory-reset.ts";
import { type Login } from "../portal/login.ts";
import { mayBePassword } from "../portal/password.ts";
import { isUtf8 } from "../portal/utf8.ts";
import { type Scratch } from "../scratch.ts";
import { type SettingName } from "../settings/setting.ts";
import { type Settings } from "../settings/settings.ts";
import { brokerOf } from "./broker-address.ts";
import { type Overview } from "./overview.ts";
import { wordsOf, type Words } from "./words.ts";

/** The longest line, in bytes: a broker with the longest name, user and password, in quotes. */
export const LINE = 320;

const COMMANDS = "wifi broker password status factory-reset help";

/** Understands them. */
export class Console {
  private readonly settings: Settings;
  private readonly configuration: Configuration;
  private readonly login: Login;
  private readonly overview: Overview;
  private readonly factoryReset: FactoryReset;
  private readonly out: Writer;

  constructor(
    settings: Settings,
    configuration: Configuration,
    login: Login,
    overview: Overview,
    factoryReset: FactoryReset,
    scratch: Scratch,
  ) {
    this.settings = settings;
    this.configuration = configuration;
    this.login = login;
    this.overview = overview;
    this.factoryReset = factoryReset;
    this.out = scratch.out;
  }

  powerUp(): void {
    console.listen(utf8(COMMANDS));
  }

  /** Does what a line says, and answers. */
  onLine(line: Bytes, now: u32): void {
    if (line.length > LINE) {
      this.say("A line has at most 320 bytes. This one was longer, and nothing was done.");
    } else if (!isUtf8(line)) {
      this.say("The line is no UTF-8, so nothing was done: set the terminal to it.");
    } else {
      const words = wordsOf(line);
      switch (words.shape) {
        case "unclosed":
          this.say("A quote has no end, so nothing was done. A word that has one kind of quote stands in the other.");
          break;
        case "glued":
          this.say("Behind a closing quote comes a space: nothing was done. A word that has \" stands in '…'.");
          break;
        case "words":
          this.obey(words, now);
          break;
      }
    }
  }

  private obey(words: Words, now: u32): void {
    if (is(words.command, "wifi") && words.count <= 2) {
      this.wifi(words, now);
    } else if (is(words.command, "broker") && (words.count <= 1 || words.count === 3)) {
      this.broker(words, now);
    } else if (is(words.command, "password") && words.count === 1) {
      this.password(words.first, now);
    } else if (is(words.command, "status") && words.count === 0) {
      this.out.clear();
      this.overview.write(this.out, now);
      this.flush();
    } else if (is(words.command, "factory-reset") && words.count <= 1) {
      this.forgetAll(words);
    } else if (is(words.command, "help") && words.count === 0) {
      this.out.clear();
      writeHelp(this.out);
      this.flush();
    } else if (words.command.length > 0) {
      this.out.clear();
      this.out.text("There is no such command, or other words belong behind it:\n");
      writeHelp(this.out);
      this.flush();
    }
  }

  private wifi(words: Words, now: u32): void {
    const attempt = this.overview.network.attempt;
    if (driver.kind() !== "wifi" && words.count > 0) {
      this.say("This device has no Wi-Fi: plug the cable in.");
    } else if (words.count === 0) {
      this.out.clear();
      this.overview.writeNetwork(this.out);
      this.flush();
    } else if (words.first.length === 0) {
      this.say("A Wi-Fi has a name of 1 to 32 bytes.");
    } else if (attempt.isOn()) {
      this.say("The device is joining a network already: wait for what comes of it.");
    } else if (this.allows("wifi_name", words.first) && this.allows("wifi_password", words.second)) {
      attempt.clear();
      attempt.setName(words.first);
      attempt.setPassword(words.second);
      attempt.ask(now);
      this.say("It is being tried. The log tells how that went; it is kept if it works.");
    }
  }

  private broker(words: Words, now: u32): void {
    if (words.count === 0) {
      this.out.clear();
      this.overview.connection.describe(this.out);
      this.out.text("\n");
      this.flush();
      return;
    }
    const { isRight, host, port } = brokerOf(words.first);
    if (!isRight) {
      this.say("The broker is HOST or HOST:PORT, without mqtt:// before it and with a port from 1 to 65535.");
      return;
    }
    const usual = this.settings.number("broker_tls") === 0 ? utf8("1883") : utf8("8883");
    if (
      this.allows("broker_host", host) &&
      this.allows("broker_user", words.second) &&
      this.allows("broker_password", words.third)
    ) {
      this.change("broker_host", host, now);
      this.change("broker_port", port.length > 0 ? port : usual, now);
      this.change("broker_user", words.second, now);
      this.change("broker_password", words.third, now);
      this.say(
        host.length === 0
          ? "The device has no broker from now on."
          : "It is kept. The log tells how it goes; what does not work within two minutes gives way to what did.",
      );
    }
  }

  /** Only the first one: whoever forgot it forgets more than it, so that its owner notices. */
  private password(password: Bytes, now: u32): void {
    if (!mayBePassword(password)) {
      this.say("A password has 8 to 64 bytes.");
    } else if (this.login.password.isSet()) {
      this.say(
        "The page has a password, which is changed there. Who forgot it holds the board's button for ten seconds, or resets the device.",
      );
    } else if (this.login.takePassword(utf8("login_password"), password, now)) {
      this.say("It is being set. The log tells when it is.");
    } else {
      this.say("Another password is being checked: try again.");
    }
  }

  private forgetAll(words: Words): void {
    if (is(words.first, "yes")) {
      this.factoryReset.start();
    } else {
      this.say(
        "This forgets all settings, passwords and certificates, and restarts. If it is meant: factory-reset yes",
      );
    }
  }

  private change(name: SettingName, value: Bytes, now: u32): void {
    this.configuration.change(utf8(name), value, now);
  }

  /** Whether a setting may have that value; if not, says why. */
  private allows(name: SettingName, value: Bytes): boolean {
    if (this.settings.check(utf8(name), value) === "ok") {
      return true;
    }
    this.out.clear();
    this.out.bytes(this.settings.explanation());
    this.out.text(" Nothing was changed.\n");
    this.flush();
    return false;
  }

  private say(sentence: string): void {
    this.out.clear();
    this.out.text(sentence);
    this.out.text("\n");
    this.flush();
  }

  private flush(): void {
    console.write(this.out.view());
  }
}

function is(word: Bytes, text: string): boolean {
  return sameBytes(word, utf8(text));
}

/** Writes which commands there are. */
function writeHelp(out: Writer): void {
  out.text("wifi                                how the network stands\n");
  out.text("wifi NAME [PASSWORD]                tries this Wi-Fi, and keeps it if it works\n");
  out.text("broker                              how the connection to the broker stands\n");
  out.text('broker HOST[:PORT] [USER PASSWORD]  publishes there from now on; "" for no broker\n');
  out.text("password PASSWORD                   sets the page's first password\n");
  out.text("status                              network, broker, meter, firmware\n");
  out.text("factory-reset                       forgets everything\n");
  out.text('What has spaces stands in quotes: wifi "my network" secret12\n');
}
