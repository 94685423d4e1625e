import { type Bytes } from "ts2c";

const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;

/** A broker's host, and its port where one is written. */
export interface BrokerAddress {
  readonly isRight: boolean;
  readonly host: Bytes;
  readonly port: Bytes;
}

/**
 * Takes `HOST`, `HOST:PORT`, an address of IPv6 or `[ADDRESS]:PORT` apart. A text with a slash is none of them, nor one with a port
 * beyond 65535; what else a host may be, the setting says.
 */
export function brokerOf(text: Bytes): BrokerAddress {
  const none = text.subarray(text.length);
  if (text.indexOf(SLASH) >= 0) {
    return { isRight: false, host: none, port: none };
  }
  if (text.length > 0 && text[0] === OPEN) {
    const close = text.indexOf(CLOSE);
    const host = text.subarray(1, close < 0 ? 1 : close);
    const behind = close < 0 ? text : text.subarray(close + 1);
    const port = behind.subarray(1);
    const isRight = host.length > 0 && (behind.length === 0 || (behind[0] === COLON && isPort(port)));
    return { isRight, host, port };
  }
  const colon = text.indexOf(COLON);
  const port = text.subarray(colon + 1);
  if (colon < 0 || port.indexOf(COLON) >= 0) {
    return { isRight: true, host: text, port: none };
  }
  return { isRight: colon > 0 && isPort(port), host: text.subarray(0, colon), port };
}

/** Whether a text is a number from 1 to 65535. */
function isPort(text: Bytes): boolean {
  let number = 0;
  for (const byte of text) {
    if (byte < ZERO || byte > NINE) {
      return false;
    }
    number = Math.min(number * 10 + (byte - ZERO), 65536);
  }
  return number >= 1 && number <= 65535;
}
