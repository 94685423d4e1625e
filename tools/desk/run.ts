import type { Desk } from "./desk.ts";
import { Failure } from "./failure.ts";
import type { Options } from "./options.ts";
import { takeButton } from "./button.ts";
import { host as clock } from "./platform/clock.ts";
import { host as console } from "./platform/console.ts";
import { host as system } from "./platform/system.ts";
import { host as update } from "./platform/update.ts";
import { Session } from "./session.ts";
import { keptChipId } from "./setup.ts";
import { Screen } from "./terminal/screen.ts";

/** After the first publication the device is left this time, so that all of it is handed to the broker. */
const AFTER_FIRST_MILLISECONDS = 300;
const LOOK_MILLISECONDS = 50;

/** Runs the desk until it is told to stop, and gives the exit status. */
export async function runDesk(options: Options): Promise<number> {
  prepareDrivers(options);
  const end = new End();
  const session = await Session.start(options, {
    outlet: {
      // A console has what is answered and the log, as the chip's has.
      published: (line) => options.console || process.stdout.write(line),
      logged: (line) => process.stderr.write(line),
    },
    say: (line) => process.stdout.write(`${line}\n`),
    failed: end.fail,
  });
  // What --once is started for would be gone with the screen.
  const screen = isTerminal() && !options.once && !options.console ? new Screen(() => session.status()) : null;
  if (screen !== null) {
    session.journal.outlet = null;
  }
  followRequests(session.desk);
  if (options.console) {
    console.follow(process.stdin, takeButton);
  }
  end.arrange(session.desk, options);
  try {
    return await end.reached;
  } finally {
    screen?.close();
    await session.stop();
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
    // Whoever read the output has seen enough: `npm start | head`.
    process.stdout.on("error", this.succeed);
    process.stderr.on("error", this.succeed);
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
      clock.after(LOOK_MILLISECONDS, () => this.awaitPublication(desk));
    }
  }
}

/**
 * A test drives the clock: it names the time at which it starts in P1_CLOCK, and moves it by messages. With
 * P1_UPDATE_WITHOUT_LOGIN=1 the device takes images as a build for test benches does.
 */
function prepareDrivers(options: Options): void {
  const start = process.env.P1_CLOCK;
  if (start !== undefined) {
    if (options.broker !== undefined) {
      throw new Failure("P1_CLOCK drives the clock by hand, and only the broker inside keeps up with that.", 2);
    }
    clock.drive(Date.parse(start));
    system.setRandom(1);
  }
  update.setWithoutLogin(process.env.P1_UPDATE_WITHOUT_LOGIN === "1");
  if (options.state !== undefined) {
    system.setChipId(keptChipId(options.state));
  }
}

/** What a test does with the desk: it moves a driven clock, or presses the board's button and lets it go. */
type Request = { readonly advance: number; readonly date?: number } | { readonly button: boolean };

/**
 * `{ advance: milliseconds }` moves a driven clock, to begin with by `date` to another time of day; the answer comes when the device has
 * followed. `{ button: true }` presses the button.
 */
function followRequests(desk: Desk): void {
  process.on("message", (message: Request) => {
    if ("button" in message) {
      system.setButton(message.button);
      return;
    }
    if (message.date !== undefined) {
      clock.setDate(message.date);
    }
    void desk.advance(message.advance).then(() => process.send?.({ now: clock.now() }));
  });
}

function isTerminal(): boolean {
  return process.stdout.isTTY && process.env.TERM !== "dumb";
}
