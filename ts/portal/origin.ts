/** Whether a request was meant for this device: a page of somebody else's may make a browser send one (CSRF, DNS rebinding). */

import { utf8, type Bytes } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { NO_ADDRESS, parseAddress } from "../network/address.ts";
import { type OwnName } from "../network/own-name.ts";
import { lowerCase } from "../p1/ascii.ts";
import { type Settings } from "../settings/settings.ts";
import { fieldOf, trimmed } from "./fields.ts";

const COLON = 58;
const OPEN_BRACKET = 91;
const COMMA = 44;

/**
 * Whether the line `host` names the device: by an address, `localhost`, its host name bare or with `.local`, likewise the one that it has
 * where that is another device's, or a name that a setting lists. Another name is one that was bent to lead here.
 */
export function isOurHost(fields: Bytes, settings: Settings, ownName: OwnName): boolean {
  const host = withoutPort(fieldOf(fields, utf8("host")));
  return (
    parseAddress(host) !== NO_ADDRESS ||
    isIpv6(host) ||
    sameWord(host, utf8("localhost")) ||
    isName(host, settings.text("host_name")) ||
    isName(host, ownName.proposal()) ||
    isListed(settings.text("allowed_hosts"), host)
  );
}

/** Whether a host is this name, bare or with `.local`. */
function isName(host: Bytes, name: Bytes): boolean {
  const behind = host.subarray(name.length);
  return sameWord(host.subarray(0, name.length), name) && (behind.length === 0 || sameWord(behind, utf8(".local")));
}

/** Whether the page that sent it, if the browser names one, came from the device itself, or through a proxy that encrypts. */
export function isOurOrigin(fields: Bytes): boolean {
  const origin = fieldOf(fields, utf8("origin"));
  const host = fieldOf(fields, utf8("host"));
  return origin.length === 0 || isPageOf(origin, utf8("http://"), host) || isPageOf(origin, utf8("https://"), host);
}

function isPageOf(origin: Bytes, scheme: Bytes, host: Bytes): boolean {
  return (
    origin.length > scheme.length &&
    sameBytes(origin.subarray(0, scheme.length), scheme) &&
    sameWord(origin.subarray(scheme.length), host)
  );
}

/** Whether a host is an address of IPv6, which stands in brackets. */
function isIpv6(host: Bytes): boolean {
  return host.length > 0 && host[0] === OPEN_BRACKET;
}

/** A host without `:` and a port behind it; nothing where something else is behind it. */
function withoutPort(host: Bytes): Bytes {
  const colon = host.indexOf(COLON);
  if (colon < 0 || isIpv6(host)) {
    return host;
  }
  for (const byte of host.subarray(colon + 1)) {
    if (byte < 48 || byte > 57) {
      return utf8("");
    }
  }
  return host.subarray(0, colon);
}

/** Whether `host` is one of the words of `list`, which has commas between them, and spaces as one likes. */
function isListed(list: Bytes, host: Bytes): boolean {
  let rest = list;
  while (rest.length > 0) {
    const comma = rest.indexOf(COMMA);
    if (host.length > 0 && sameWord(trimmed(comma < 0 ? rest : rest.subarray(0, comma)), host)) {
      return true;
    }
    rest = comma < 0 ? rest.subarray(rest.length) : rest.subarray(comma + 1);
  }
  return false;
}

/** Whether two words are the same, whatever the case of their letters. */
function sameWord(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (lowerCase(a[i]) !== lowerCase(b[i])) {
      return false;
    }
  }
  return true;
}
