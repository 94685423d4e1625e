/** The device: its parts, how they are wired, and what each of them has to hear of. */

import { u32, type Bytes } from "ts2c";
import * as clock from "#platform/clock";
import { type NetworkEvent } from "#platform/network";
import * as system from "#platform/system";
import { Button } from "./button.ts";
import { Configuration } from "./configuration.ts";
import { Console } from "./console/console.ts";
import { Improv } from "./console/improv.ts";
import { Overview } from "./console/overview.ts";
import { Counts } from "./counts.ts";
import { FactoryReset } from "./factory-reset.ts";
import { Discovery } from "./home-assistant/discovery.ts";
import { Entity } from "./home-assistant/entity.ts";
import { Identity } from "./home-assistant/identity.ts";
import { Lights, type Work } from "./lights/lights.ts";
import { Guard } from "./meter/guard.ts";
import { LineSearch } from "./meter/line-search.ts";
import { Meter } from "./meter/meter.ts";
import { MeterTime } from "./meter/meter-time.ts";
import { Presence } from "./meter/presence.ts";
import { Syslog } from "./neighbours/syslog.ts";
import { AccessPoint } from "./network/access-point.ts";
import { LastResort } from "./network/last-resort.ts";
import { Network } from "./network/network.ts";
import { OwnName } from "./network/own-name.ts";
import { TelegramPort } from "./splitter/port.ts";
import { Splitter } from "./splitter/splitter.ts";
import { Power } from "./power/power.ts";
import { type Staging } from "./p1/staging.ts";
import { SILENCE_MS, TelegramReader } from "./p1/telegram.ts";
import { Availability } from "./publish/availability.ts";
import { Commands } from "./publish/commands.ts";
import { Answers } from "./portal/answers.ts";
import { Certificates } from "./portal/certificates.ts";
import { Firmware } from "./portal/firmware.ts";
import { Forms } from "./portal/forms.ts";
import { Lists } from "./portal/lists.ts";
import { Login } from "./portal/login.ts";
import { Password } from "./portal/password.ts";
import { Portal } from "./portal/portal.ts";
import { Response } from "./portal/response.ts";
import { SettingForm } from "./portal/setting-form.ts";
import { Streams } from "./portal/streams.ts";
import { StatusReport } from "./portal/status.ts";
import { WifiForm } from "./portal/wifi-form.ts";
import { Connection } from "./publish/connection.ts";
import { History } from "./publish/history.ts";
import { Message } from "./publish/message.ts";
import { Publisher } from "./publish/publisher.ts";
import { Publishing } from "./publish/publishing.ts";
import { DeviceCounters } from "./publish/counters.ts";
import { Statistics } from "./publish/statistics.ts";
import { Report } from "./report.ts";
import { Restart } from "./restart.ts";
import { Scratch } from "./scratch.ts";
import { Fallback } from "./settings/fallback.ts";
import { LastGood } from "./settings/last-good.ts";
import { Keys } from "./settings/keys.ts";
import { Keeper } from "./settings/keeper.ts";
import { Settings, type SettingResult } from "./settings/settings.ts";
import { Sender } from "./simulator/sender.ts";
import { isSimulated } from "./simulator/simulated.ts";
import { Installation } from "./update/installation.ts";
import { Manifest } from "./update/manifest.ts";
import { Note } from "./update/note.ts";
import { Pull } from "./update/pull.ts";
import { Trial } from "./update/trial.ts";

/** All state of the device. */
export class Device {
  private readonly scratch: Scratch = new Scratch();
  private readonly settings: Settings = new Settings();
  private readonly lastNetwork: LastGood = new LastGood(this.settings, "network", this.scratch);
  private readonly lastBroker: LastGood = new LastGood(this.settings, "broker", this.scratch);
  private readonly keeper: Keeper = new Keeper(this.settings, this.scratch, this.lastNetwork, this.lastBroker);
  private readonly counters: DeviceCounters = new DeviceCounters();
  private readonly reader: TelegramReader = new TelegramReader();
  private readonly keys: Keys = new Keys(this.settings);
  private readonly splitter: Splitter = new Splitter(this.settings, this.counters);
  readonly telegramPort: TelegramPort = new TelegramPort(this.settings);
  private readonly sender: Sender = new Sender(this.settings, this.counters);
  private readonly lights: Lights = new Lights(this.settings);
  private readonly restart: Restart = new Restart(this.lights);
  private readonly report: Report = new Report();
  private readonly accessPoint: AccessPoint = new AccessPoint(this.settings, this.keeper);
  readonly ownName: OwnName = new OwnName(this.settings, this.scratch);
  private readonly network: Network = new Network(
    this.settings,
    this.keeper,
    this.accessPoint,
    this.ownName,
    this.scratch,
  );
  private readonly syslog: Syslog = new Syslog(this.settings, this.network, this.scratch);
  private readonly availability: Availability = new Availability(this.settings);
  readonly connection: Connection = new Connection(this.settings, this.availability, this.ownName);
  private readonly commands: Commands = new Commands(this.settings);
  private readonly message: Message = new Message(this.settings, this.scratch);
  private readonly meter: Meter = new Meter();
  private readonly guard: Guard = new Guard(this.settings);
  private readonly presence: Presence = new Presence();
  private readonly meterTime: MeterTime = new MeterTime(this.settings);
  private readonly line: LineSearch = new LineSearch(this.settings, this.keeper);
  private readonly publisher: Publisher = new Publisher(this.settings, this.meter, this.message, this.counters);
  private readonly history: History = new History(this.settings, this.meter, this.message, this.counters);
  readonly counts: Counts = new Counts(this.reader.counters, this.counters, this.guard, this.presence, this.meterTime);
  private readonly note: Note = new Note();
  private readonly trial: Trial = new Trial(this.network, this.connection, this.presence, this.note, this.scratch);
  private readonly statistics: Statistics = new Statistics(
    this.settings,
    this.counts,
    this.connection,
    this.trial,
    this.message,
    this.network,
  );
  private readonly identity: Identity = new Identity(this.settings);
  private readonly entity: Entity = new Entity(this.settings, this.message, this.identity);
  private readonly discovery: Discovery = new Discovery(this.entity, this.publisher.kept, this.statistics);
  readonly publishing: Publishing = new Publishing(
    this.lights,
    this.restart,
    this.presence,
    this.connection,
    this.availability,
    this.commands,
    this.publisher,
    this.statistics,
    this.history,
    this.discovery,
  );
  private readonly fallback: Fallback = new Fallback(this.settings, this.lastNetwork, this.lastBroker);
  readonly configuration: Configuration = new Configuration(
    this.settings,
    this.keeper,
    this.keys,
    this.reader.encryption,
    this.network,
    this.publishing,
    this.discovery,
    this.telegramPort,
    this.line,
    this.fallback,
  );
  private readonly response: Response = new Response();
  private readonly password: Password = new Password(this.settings);
  readonly login: Login = new Login(this.settings, this.password, this.response);
  readonly certificates: Certificates = new Certificates(this.keeper, this.publishing, this.response);
  private readonly wifiForm: WifiForm = new WifiForm(this.settings, this.network.attempt);
  private readonly forms: Forms = new Forms(
    this.settings,
    this.configuration,
    this.login,
    this.response,
    this.wifiForm,
    this.certificates,
  );
  private readonly installation: Installation = new Installation(this.trial);
  private readonly manifest: Manifest = new Manifest(this.forms.members);
  readonly pull: Pull = new Pull(this.settings, this.trial, this.installation, this.manifest);
  private readonly status: StatusReport = new StatusReport(
    this.network,
    this.connection,
    this.statistics,
    this.lights,
    this.restart,
    this.pull,
  );
  private readonly form: SettingForm = new SettingForm(this.settings);
  private readonly power: Power = new Power();
  private readonly lists: Lists = new Lists(
    this.form,
    this.publisher,
    this.statistics,
    this.reader.copy,
    this.power,
    this.network.scan,
  );
  private readonly answers: Answers = new Answers(this.lists);
  private readonly streams: Streams = new Streams(this.publisher.kept, this.lists, this.status, this.response);
  private readonly lastResort: LastResort = new LastResort(this.network, this.history, this.trial, this.installation);
  private readonly firmware: Firmware = new Firmware(this.response, this.installation, this.pull);
  readonly portal: Portal = new Portal(
    this.settings,
    this.configuration,
    this.status,
    this.response,
    this.login,
    this.forms,
    this.reader.copy,
    this.answers,
    this.streams,
    this.firmware,
    this.restart,
    this.network,
    this.accessPoint,
    this.certificates,
  );
  private readonly factoryReset: FactoryReset = new FactoryReset(this.configuration, this.keeper);
  private readonly overview: Overview = new Overview(
    this.network,
    this.connection,
    this.counts,
    this.trial,
    this.password,
  );
  readonly improv: Improv = new Improv(this.settings, this.network, this.trial, this.scratch);
  readonly console: Console = new Console(
    this.settings,
    this.configuration,
    this.login,
    this.overview,
    this.factoryReset,
    this.scratch,
  );
  private readonly button: Button = new Button(this.configuration, this.login, this.accessPoint, this.lights);
  /** Whether bytes arrived since the last silence, and when the last of them did. */
  private hearing: boolean = false;
  /** Whether what speaks is the built-in meter. */
  private simulated: boolean = false;
  private heardAt: u32 = 0;

  /** From somebody who has the device in his hands: the console, or whoever starts the desk. */
  configure(name: Bytes, value: Bytes): SettingResult {
    return this.login.takePassword(name, value, clock.millis()) ? "ok" : this.configuration.assign(name, value);
  }

  powerUp(): void {
    this.configuration.prepare();
    this.lights.start(clock.millis());
    this.presence.start(clock.millis());
    this.statistics.start(clock.millis());
    this.power.start(clock.millis());
    this.trial.start(clock.millis());
    this.accessPoint.powerUp(clock.millis());
    this.network.tick(clock.millis());
    this.sender.start(system.random(), clock.millis());
    this.configuration.start();
    this.console.powerUp();
  }

  takeBytes(bytes: Bytes): void {
    const now = clock.millis();
    this.hearing = true;
    this.heardAt = now;
    this.lights.showMeter("receiving", now);
    this.splitter.bytes(bytes);
    let at: u32 = 0;
    while (at < bytes.length) {
      at = this.reader.read(bytes, at);
      this.takeOutcome(now);
    }
    this.publishing.send(now);
  }

  /** A telegram ended, well or not; or nothing did. */
  private takeOutcome(now: u32): void {
    if (this.reader.outcome === "telegram") {
      this.takeTelegram(this.reader.staged, this.reader.identification(), now);
    } else if (this.reader.outcome !== "more") {
      this.lights.showMeter("wrong", now);
      this.report.bad(this.reader);
    }
  }

  /** A good telegram. Totals that can't be are out of it before anybody else takes it. */
  private takeTelegram(staged: Staging, identification: Bytes, now: u32): void {
    this.watchSimulator(now);
    this.lights.showMeter("right", now);
    this.report.good(this.reader);
    this.splitter.telegram(this.reader);
    this.telegramPort.telegram(this.reader.copy.view());
    this.presence.telegram(now);
    this.line.telegram(now);
    this.meterTime.take(staged);
    this.meter.take(staged, identification);
    this.guard.take(staged, identification, this.meter, now);
    this.power.take(staged, now);
    this.history.take(staged);
    this.publisher.take(staged, identification, now);
    this.report.missing(this.publisher.kept);
    this.discovery.meter(identification);
  }

  tick(): void {
    const now = clock.millis();
    if (this.hearing && u32(now - this.heardAt) >= SILENCE_MS) {
      this.hearing = false;
      this.reader.silence();
      this.takeOutcome(now);
    }
    this.watchSimulator(now);
    if (this.sender.tick(now)) {
      this.lights.showMeter("sending", now);
    }
    this.button.tick(now);
    if (this.network.tick(now)) {
      this.publishing.network(false);
    }
    this.syslog.tick();
    this.connection.tick(now);
    this.restart.tick(now);
    this.lastResort.tick(now);
    this.power.tick(now);
    this.portal.tick(now);
    this.configuration.tick(now);
    this.factoryReset.tick();
    this.improv.tick();
    this.presence.tick(now);
    this.line.tick(now);
    this.statistics.pass(now);
    this.publishing.send(now);
    this.lights.tick(now, this.presence.isSilent(), this.work());
  }

  /** What was simulated is nowhere when the real meter speaks, and the other way round. */
  private watchSimulator(now: u32): void {
    const simulated = isSimulated(this.settings);
    if (simulated !== this.simulated) {
      this.simulated = simulated;
      this.guard.forgetMeter();
      this.publishing.forgetMeter();
      this.power.start(now);
    }
  }

  /** What the lights show instead of network, broker and meter. */
  private work(): Work {
    if (this.installation.isBusy()) {
      return "updating";
    }
    return this.accessPoint.isOpen() ? "provisioning" : "none";
  }

  takeNetwork(event: NetworkEvent): void {
    if (this.network.onEvent(event, clock.millis())) {
      this.publishing.network(this.network.isUp());
    }
  }

  /** Takes leave of the broker, before the power goes. */
  leave(): void {
    this.configuration.leave();
    this.publishing.drop();
    this.lights.showScene("stopped", clock.millis());
  }
}
