/** Who is logged in: browsers by a cookie. A restart forgets them. */

import { Writer, array, u32, utf8, type Bytes, type FixedArray } from "ts2c";
import * as system from "#platform/system";
import { sameSecret } from "./same-secret.ts";

/** How many browsers are logged in at the same time; one more takes the place of the one that was quiet longest. */
const SESSIONS = 4;
/** The bytes of a token, each written as two digits. */
const TOKEN = 16;
/** A session ends when nothing was asked in it for a week, in milliseconds. */
const LONGEST_MS = 604800000;

class Session {
  open: boolean = false;
  usedAt: u32 = 0;
  readonly token: Uint8Array = new Uint8Array(32);
}

/** The open sessions. */
export class Sessions {
  private readonly sessions: FixedArray<Session, 4> = array(SESSIONS, () => new Session());
  private readonly random: Uint8Array = new Uint8Array(TOKEN);

  /** Opens a session and writes its token. */
  open(out: Writer, now: u32): void {
    let place = this.sessions[0];
    for (const session of this.sessions) {
      if (place.open && (!session.open || u32(now - session.usedAt) > u32(now - place.usedAt))) {
        place = session;
      }
    }
    for (let i = 0; i < TOKEN; i++) {
      this.random[i] = system.random() & 0xff;
    }
    place.open = true;
    place.usedAt = now;
    const token = new Writer(place.token);
    token.hex(this.random);
    out.bytes(token.view());
  }

  /** Whether a token is that of an open session, which is used with this. */
  isOpen(token: Bytes, now: u32): boolean {
    for (const session of this.sessions) {
      if (session.open && u32(now - session.usedAt) > LONGEST_MS) {
        session.open = false;
      }
      if (session.open && sameSecret(session.token, token)) {
        session.usedAt = now;
        return true;
      }
    }
    return false;
  }

  /** Ends a session. */
  close(token: Bytes): void {
    for (const session of this.sessions) {
      if (session.open && sameSecret(session.token, token)) {
        session.open = false;
      }
    }
  }

  /** Ends all, for the password is another one. */
  closeAll(): void {
    for (const session of this.sessions) {
      session.open = false;
    }
  }

  /** Ends those that were quiet too long, before the clock goes round. */
  tick(now: u32): void {
    this.isOpen(utf8(""), now);
  }
}
