import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8, type Bytes } from "ts2c";
import { basicOf, cookieOf, decodeBase64, fieldOf } from "../../ts/portal/fields.ts";
import { OwnName } from "../../ts/network/own-name.ts";
import { host as system } from "../../tools/desk/platform/system.ts";
import { isOurHost, isOurOrigin } from "../../ts/portal/origin.ts";
import { accessOf, routeOf } from "../../ts/portal/routes.ts";
import { sameSecret } from "../../ts/portal/same-secret.ts";
import { isUtf8 } from "../../ts/portal/utf8.ts";
import { Scratch } from "../../ts/scratch.ts";
import { Settings } from "../../ts/settings/settings.ts";

const text = (bytes: Bytes): string => new TextDecoder().decode(bytes as Uint8Array);

test("a request is told by its path, whatever the query", () => {
  assert.equal(routeOf("get", utf8("/api/status")), "status");
  assert.equal(routeOf("get", utf8("/api/status?now")), "status");
  assert.equal(routeOf("get", utf8("/api/status/")), "unknown");
  assert.equal(routeOf("get", utf8("/api/statu")), "unknown");
  assert.equal(routeOf("get", utf8("")), "unknown");
  assert.equal(routeOf("get", utf8("?/api/status")), "unknown");
});

test("the method says what is wanted; one that an address does not take is refused, not understood", () => {
  assert.equal(routeOf("get", utf8("/api/settings")), "settings");
  assert.equal(routeOf("post", utf8("/api/settings")), "change-settings");
  assert.equal(routeOf("post", utf8("/api/status")), "wrong-method");
  assert.equal(routeOf("get", utf8("/api/firmware")), "wrong-method");
});

test("whatever changes the device wants its owner", () => {
  for (const route of ["change-settings", "restart", "firmware"] as const) {
    assert.equal(accessOf(route), "owner");
  }
  assert.equal(accessOf("password"), "claimant");
});

test("a line of the head is found by its whole name, its value without spaces", () => {
  const fields = utf8("host: p1_meter \r\ncookie:a=1\r\norigin:\r\n");
  assert.equal(text(fieldOf(fields, utf8("host"))), "p1_meter");
  assert.equal(text(fieldOf(fields, utf8("cookie"))), "a=1");
  assert.equal(text(fieldOf(fields, utf8("origin"))), "");
  assert.equal(text(fieldOf(fields, utf8("hos"))), "");
  assert.equal(text(fieldOf(utf8("host"), utf8("host"))), "");
});

test("a cookie is found among others, with quotes or without", () => {
  const fields = utf8('cookie:other=1; p1_session="abc" ;p1_sessions=x; last=\r\n');
  assert.equal(text(cookieOf(fields, utf8("p1_session"))), "abc");
  assert.equal(text(cookieOf(fields, utf8("last"))), "");
  assert.equal(text(cookieOf(fields, utf8("p1"))), "");
});

test("base64 is read as Node writes it; what is none, or too long, gives nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const into = new Uint8Array(60);
      const decoded = decodeBase64(utf8(Buffer.from(bytes).toString("base64")), into) as unknown as Uint8Array;
      assert.deepEqual([...decoded], [...bytes]);
    }),
  );
  assert.equal(decodeBase64(utf8("YWJj"), new Uint8Array(3)).length, 3);
  assert.equal(decodeBase64(utf8("YWJjZA=="), new Uint8Array(3)).length, 0);
  assert.equal(decodeBase64(utf8("YW Jj"), new Uint8Array(3)).length, 0);
  assert.equal(text(basicOf(utf8("authorization:Basic  YWJj\r\n"))), "YWJj");
  assert.equal(text(basicOf(utf8("authorization:Bearer YWJj\r\n"))), "");
  assert.equal(text(basicOf(utf8("authorization:Basi YWJj\r\n"))), "");
});

test("bytes are UTF-8 exactly where TextDecoder says so", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }).map((one) => new TextEncoder().encode(one)),
    fc.constantFrom(
      [0xc0, 0x80],
      [0xe0, 0x9f, 0xbf],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x8f, 0xbf, 0xbf],
      [0xf4, 0x90, 0x80, 0x80],
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 4 }), (parts) => {
      const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
      let right = true;
      try {
        decoder.decode(bytes);
      } catch {
        right = false;
      }
      assert.equal(isUtf8(bytes as unknown as Bytes), right);
    }),
    { numRuns: 2000 },
  );
});

test("the device goes by its addresses and names, and by no other", () => {
  const settings = new Settings();
  settings.reset();
  system.setChipId(0x0a0b0c);
  const name = new OwnName(settings, new Scratch());
  settings.assign(utf8("allowed_hosts"), utf8("meter.example.net, P1 ,"));
  const ours = ["192.168.1.7", "192.168.1.7:8080", "[fe80::1]:80", "localhost:80", "p1_meter", "P1_Meter.local:80"];
  const own = ["p1_meter_0a0b0c", "P1_meter_0A0B0C.local"];
  const others = [
    "",
    "evil.example",
    "p1_meter.example",
    "p1_meter.locale",
    "xp1_meter.local",
    "p1_meter_0a0b0d",
    "p1_meter_0a0b0c.loca",
    "example.net",
    ".",
    "192.168.1.7:80.evil.example",
    "p1_meter:80@evil.example",
  ];
  for (const host of [...ours, ...own, "meter.example.net", "p1"]) {
    assert.ok(isOurHost(utf8(`host:${host}\r\n`), settings, name), host);
  }
  for (const host of others) {
    assert.ok(!isOurHost(utf8(`host:${host}\r\n`), settings, name), host);
  }
  assert.ok(!isOurHost(utf8(""), settings, name));
});

test("a page from elsewhere is known by its origin", () => {
  const from = (origin: string): boolean => isOurOrigin(utf8(`host:p1_meter.local:80\r\norigin:${origin}\r\n`));
  assert.ok(isOurOrigin(utf8("host:p1_meter.local\r\n")));
  assert.ok(from("http://p1_meter.local:80"));
  assert.ok(from("https://p1_meter.local:80"), "a proxy that encrypts is in front of it");
  for (const origin of [
    "http://evil.example",
    "null",
    "https://evil.example",
    "https://p1_meter.local",
    "ftp://p1_meter.local:80",
    "https://",
    "http://p1_meter.local",
    "http://",
  ]) {
    assert.ok(!from(origin), origin);
  }
});

test("secrets are the same, byte by byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.uint8Array({ maxLength: 8 }), (a, b) => {
      assert.equal(sameSecret(a as unknown as Bytes, b as unknown as Bytes), Buffer.compare(a, b) === 0);
      assert.ok(sameSecret(a, Uint8Array.from(a)));
    }),
  );
});

test("the page is at the top, and nowhere else", () => {
  assert.equal(routeOf("get", utf8("/")), "page");
  assert.equal(routeOf("get", utf8("/?anything")), "page");
  assert.equal(routeOf("post", utf8("/")), "wrong-method");
  assert.equal(routeOf("get", utf8("/index.html")), "unknown");
});

test("what stands behind the question mark is known, or refused where it matters", () => {
  assert.equal(routeOf("get", utf8("/api/history")), "history-hour");
  assert.equal(routeOf("get", utf8("/api/history?span=hour")), "history-hour");
  assert.equal(routeOf("get", utf8("/api/history?span=day")), "history-day");
  assert.equal(routeOf("get", utf8("/api/history?span=week")), "wrong-query");
  assert.equal(routeOf("get", utf8("/api/history?span=day&")), "wrong-query");
  assert.equal(routeOf("get", utf8("/api/history?%zz")), "wrong-query");
  assert.equal(routeOf("post", utf8("/api/history?span=week")), "wrong-method");
  assert.equal(routeOf("get", utf8("/api/%68istory")), "unknown");
});
