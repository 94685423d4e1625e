import { Desk } from "./desk.ts";
import { Failure } from "./failure.ts";
import { startInsideBroker } from "./inside-broker.ts";
import type { BrokerAddress, Options } from "./options.ts";
import { host as clock } from "./platform/clock.ts";
import { host as lights } from "./platform/lights.ts";
import { host as system } from "./platform/system.ts";
import { keptChipId, meterOf, settingsOf } from "./setup.ts";
import type { LogLine, PublishedValue, Status } from "./status.ts";
import { Screen } from "./terminal/screen.ts";

const COUNTERS = ["received", "repeated", "published", "errors", "simulated"] as const;
/** How many lines of the log are remembered for the screen. */
const LOG_KEPT = 50;
/** After the first publication the device is left this time, so that all of it is handed to the broker. */
const AFTER_FIRST_MILLISECONDS = 300;

/** What the person is shown, collected while the desk runs. */
class Board {
  readonly values = new Map<string, PublishedValue>();
  readonly log: LogLine[] = [];
  /** The desk's and the device's lines go to the screen when there is one, else as they come. */
  screen: Screen | null = null;
  private readonly verbose: boolean;

  constructor(verbose: boolean) {
    this.verbose = verbose;
  }

  readonly published = (topic: string, payload: string): void => {
    this.values.set(topic, { payload, at: clock.now() });
    if (this.screen === null) {
      process.stdout.write(`${topic} ${payload.replace(/[\x00-\x1f\x7f]/g, "·")}\n`);
    }
  };

  readonly logged = (level: LogLine["level"], message: string): void => {
    if (level === "debug" && !this.verbose) {
      return;
    }
    const time = new Date().toTimeString().slice(0, 8);
    this.log.push({ time, level, message });
    this.log.splice(0, this.log.length - LOG_KEPT);
    if (this.screen === null) {
      process.stderr.write(`${time} ${level} ${message}\n`);
    }
  };
}

/** Runs the desk until it is told to stop, and gives the exit status. */
export async function runDesk(options: Options): Promise<number> {
  prepareDrivers(options);
  const board = new Board(options.verbose);
  const end = new End();
  const meter = meterOf(options, {
    failed: end.fail,
    changed: board.logged,
  });
  const inside = options.broker === undefined ? await startInsideBroker() : null;
  const broker = options.broker ?? { host: "127.0.0.1", port: inside?.port ?? 0, user: "", password: "" };
  try {
    const desk = await Desk.start({
      engine: options.engine,
      wire: meter.wire,
      settings: settingsOf(options, broker),
      published: board.published,
      logged: board.logged,
      say: (line) => process.stdout.write(`${line}\n`),
      failed: end.fail,
    });
    process.stdout.write(`broker: ${urlOf(broker)}\nlook:   ${lookAt(broker)}\n`);
    const status = (): Status => statusOf(desk, board, meter.name, broker);
    board.screen = isTerminal() ? new Screen(status) : null;
    followRequests(desk);
    end.arrange(desk, options);
    try {
      return await end.reached;
    } finally {
      board.screen?.close();
      board.screen = null;
      await desk.stop();
    }
  } finally {
    await inside?.close();
  }
}

/** Why and when the desk stops. */
class End {
  readonly reached: Promise<number>;
  readonly fail: (failure: Failure) => void;
  private readonly succeed: () => void;

  constructor() {
    let resolve: (status: number) => void = () => undefined;
    let reject: (failure: Failure) => void = () => undefined;
    this.reached = new Promise<number>((fulfilled, failed) => {
      resolve = fulfilled;
      reject = failed;
    });
    this.reached.catch(() => undefined); // It may fail before anybody waits for it; whoever waits is told.
    this.fail = reject;
    this.succeed = () => resolve(0);
  }

  /** Stops at a signal, after the time that was asked for, or after the first publication. */
  arrange(desk: Desk, options: Options): void {
    process.once("SIGINT", this.succeed);
    process.once("SIGTERM", this.succeed);
    if (options.seconds !== undefined) {
      clock.after(options.seconds * 1000, this.succeed);
    }
    if (options.once) {
      this.awaitPublication(desk);
    }
  }

  private awaitPublication(desk: Desk): void {
    if (desk.counter("published") > 0) {
      clock.after(AFTER_FIRST_MILLISECONDS, this.succeed);
    } else {
      clock.after(50, () => this.awaitPublication(desk));
    }
  }
}

/** A test drives the clock: it names the time at which it starts in P1_CLOCK, and moves it by messages. */
function prepareDrivers(options: Options): void {
  const start = process.env.P1_CLOCK;
  if (start !== undefined) {
    if (options.broker !== undefined) {
      throw new Failure("P1_CLOCK drives the clock by hand, and only the broker inside keeps up with that.", 2);
    }
    clock.drive(Date.parse(start));
    system.setRandom(1);
  }
  if (options.state !== undefined) {
    system.setChipId(keptChipId(options.state));
  }
}

/** `{ advance: milliseconds }` moves a driven clock; the answer comes when the device has followed. */
function followRequests(desk: Desk): void {
  process.on("message", (message: { readonly advance: number }) => {
    void desk.advance(message.advance).then(() => process.send?.({ now: clock.now() }));
  });
}

function statusOf(desk: Desk, board: Board, meter: string, broker: BrokerAddress): Status {
  return {
    engine: desk.engineName,
    broker: urlOf(broker),
    look: lookAt(broker),
    meter,
    now: clock.now(),
    lights: lights.colours(),
    counters: COUNTERS.map((name) => [name, desk.counter(name)] as const),
    values: board.values,
    log: board.log,
  };
}

/** The broker's address, without the password. */
function urlOf({ host, port, user }: BrokerAddress): string {
  const login = user === "" ? "" : `${encodeURIComponent(user)}@`;
  return `mqtt://${login}${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function lookAt({ host, port, user }: BrokerAddress): string {
  const login = user === "" ? "" : ` -u ${user} -P …`;
  return `mosquitto_sub -h ${host} -p ${port}${login} -v -t '#'`;
}

function isTerminal(): boolean {
  return process.stdout.isTTY && process.env.TERM !== "dumb";
}
