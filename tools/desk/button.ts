import { host as clock } from "./platform/clock.ts";
import { toStandardOutput } from "./platform/console.ts";
import { host as system } from "./platform/system.ts";

/** So much longer than was asked, that a device which looks ten times a second sees it on a busy computer too. */
const MARGIN_SECONDS = 1;

/** `button` and `button SECONDS` press the board's button, which a desk has not: true for a line that says so. */
export function takeButton(line: string): boolean {
  const [, text] = /^\s*button(?:\s+(.*?))?\s*$/.exec(line) ?? [];
  if (text === undefined && line.trim() !== "button") {
    return false;
  }
  const seconds = Number(text ?? "0");
  if (!(seconds >= 0 && seconds <= 60)) {
    say("button SECONDS takes a number up to 60: button 10 makes the device forget Wi-Fi and password.");
    return true;
  }
  system.setButton(true);
  clock.after((seconds + MARGIN_SECONDS) * 1000, () => system.setButton(false));
  say(`The button is held for ${seconds === 0 ? "a moment" : `${seconds} s`}.`);
  return true;
}

function say(sentence: string): void {
  toStandardOutput(Buffer.from(`${sentence}\n`));
}
