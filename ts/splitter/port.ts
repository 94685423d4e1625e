/** Good telegrams on a TCP port, for programs that read a meter over the network. */

import { Writer, u16, type Bytes } from "ts2c";
import * as log from "#platform/log";
import * as sockets from "#platform/sockets";
import { type SocketsEvent } from "#platform/sockets";
import { type Settings } from "../settings/settings.ts";

/** How many clients are served at the same time. */
const CLIENTS = 4;

/** The words for what happened at the port, behind "Telegram port N: ". */
function words(event: SocketsEvent): string {
  switch (event) {
    case "connected":
      return "a client came.";
    case "gone":
      return "a client left.";
    case "slow":
      return "a client that does not read was dropped.";
    case "refused":
      return "a client was refused, for four are being served.";
    case "port-taken":
      return "the port can't be opened: another program has it. Set telegram_port.";
  }
}

/** The port for telegrams. */
export class TelegramPort {
  private readonly settings: Settings;
  private readonly buffer: Uint8Array = new Uint8Array(128);
  private readonly line: Writer = new Writer(this.buffer);

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Opens the port that the settings name, or closes it. */
  open(): void {
    sockets.listen(u16.clamp(this.settings.number("telegram_port")), CLIENTS);
  }

  /** Sends a good telegram, out of its frame if it came in one, to whoever listens. */
  telegram(telegram: Bytes): void {
    if (this.settings.number("telegram_port") !== 0 && telegram.length > 0) {
      sockets.send(telegram);
    }
  }

  /** Something happened at the port. */
  tell(event: SocketsEvent): void {
    this.line.clear();
    this.line.text("Telegram port ");
    this.line.int(this.settings.number("telegram_port"));
    this.line.text(": ");
    this.line.text(words(event));
    log.write(
      event === "port-taken" ? "error" : event === "connected" || event === "gone" ? "info" : "warning",
      this.line.view(),
    );
  }
}
