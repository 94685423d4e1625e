import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8, type Bytes } from "ts2c";
import { COUNT, SETTINGS } from "../../ts/settings/list.ts";
import { TEXT_SIZE, TEXTS_SIZE } from "../../ts/settings/setting.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { isText } from "../../ts/settings/values.ts";

const text = (bytes: Bytes): string => Buffer.from(bytes).toString("utf8");

function fresh(): Settings {
  const settings = new Settings();
  settings.reset();
  return settings;
}

/** The sentence for a value that is refused. */
function refused(name: string, value: string): string {
  const settings = fresh();
  assert.notEqual(settings.assign(utf8(name), utf8(value)), "ok");
  return text(settings.explanation());
}

test("the list holds together: names once, defaults allowed by their own limits, room for every text", () => {
  assert.equal(SETTINGS.length, COUNT);
  assert.equal(new Set(SETTINGS.map((setting) => setting.name)).size, COUNT);
  for (const setting of SETTINGS) {
    assert.match(setting.help, /^[A-Z].*\.$/, setting.name);
    const choices = setting.choices.split("|");
    const first = {
      number: String(setting.number),
      switch: setting.number === 1 ? "on" : "off",
      choice: choices[setting.number] ?? "",
      text: setting.text,
      secret: setting.text,
      "wifi-password": setting.text,
      password: setting.text,
      hex: setting.text,
      key: setting.text,
      topic: setting.text,
      host: setting.text,
      address: setting.text,
    }[setting.kind];
    const settings = fresh();
    const before = [settings.number(setting.name), text(settings.text(setting.name))];
    assert.equal(settings.assign(utf8(setting.name), utf8(first)), "ok", setting.name);
    assert.deepEqual([settings.number(setting.name), text(settings.text(setting.name))], before);
    if (setting.kind === "choice") {
      assert.equal(choices.length, setting.max + 1);
    }
    if (
      ["text", "secret", "wifi-password", "password", "hex", "key", "topic", "host", "address"].includes(setting.kind)
    ) {
      assert.ok(setting.max <= TEXT_SIZE);
    }
  }
});

test("all texts have room at their longest, and keep apart", () => {
  const texts = SETTINGS.filter(({ kind }) => isText(kind));
  const size = texts.reduce((sum, { max }) => sum + max, 0);
  assert.ok(size <= TEXTS_SIZE, `TEXTS_SIZE has to be ${String(size)}`);
  const settings = fresh();
  const longest = texts.map(({ name, kind, max }, i) => {
    const letters = String.fromCharCode(97 + (i % 6)).repeat(max);
    const value = kind === "address" ? "255.255.255.255" : kind === "password" ? `p2${letters.slice(2)}` : letters;
    assert.equal(settings.assign(utf8(name), utf8(value)), "ok", name);
    return [name, value];
  });
  assert.deepEqual(
    texts.map(({ name }) => [name, text(settings.text(name))]),
    longest,
  );
});

test("a refusal names the setting and its limits", () => {
  assert.equal(refused("broker_port", "0"), 'broker_port must be a whole number from 1 to 65535, not "0".');
  assert.equal(refused("broker_port", "12a"), 'broker_port must be a whole number from 1 to 65535, not "12a".');
  assert.equal(refused("simulator", "maybe"), 'simulator must be on or off, not "maybe".');
  assert.equal(refused("serial_frame", "8N2"), 'serial_frame must be one of 8N1|7E1, not "8N2".');
  assert.equal(
    refused("root_topic", "p1/#"),
    'root_topic must have 1 to 64 bytes, without +, # and control characters and without / at either end, not "p1/#".',
  );
  assert.equal(refused("encryption_key", "00".repeat(15)), "encryption_key must have 32 hexadecimal digits, or none.");
  assert.equal(refused("encryption_key", "0g".repeat(16)), "encryption_key must have 32 hexadecimal digits, or none.");
  assert.equal(
    refused("encryption_aad", "300"),
    'encryption_aad must have an even number of hexadecimal digits, at most 128, not "300".',
  );
  assert.equal(
    refused("host_name", "p1.local"),
    'host_name must have 1 to 32 letters, digits, - and _, not "p1.local".',
  );
  assert.equal(
    refused("ip_address", "192.168.1.256"),
    'ip_address must be an address such as 192.168.1.2, or empty, not "192.168.1.256".',
  );
  assert.equal(refused("borker_host", "x"), 'There is no setting "borker_host".');
});

test("a refusal is a whole sentence in UTF-8, whatever the value: of a long one it shows whole characters", () => {
  const pieces = fc.constantFrom("😀", "é", "\u0001", '"', "+", "a", "a".repeat(30), "\u0001".repeat(150));
  const name = fc.oneof(fc.constantFrom(...SETTINGS.map((one) => one.name)), fc.constantFrom("10-63:255.255.255.255"));
  fc.assert(
    fc.property(
      fc.oneof(
        name,
        fc.array(pieces).map((one) => one.join("")),
      ),
      fc.array(pieces),
      (one, value) => {
        const settings = fresh();
        if (settings.assign(utf8(one), utf8(value.join(""))) !== "ok") {
          const sentence = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(settings.explanation()));
          assert.match(sentence, /\.$/);
        }
      },
    ),
  );
  assert.equal(
    refused("host_name", "😀".repeat(9)),
    'host_name must have 1 to 32 letters, digits, - and _, not "😀😀😀😀😀😀"….',
  );
});

test("a secret is never told", () => {
  const sentence = refused("broker_password", "hush".repeat(20));
  assert.equal(sentence, "broker_password must have 0 to 64 bytes, without control characters.");
});

test("the password is refused among other settings with the place where it is set", () => {
  assert.equal(
    refused("login_password", "correct horse"),
    "login_password must have 8 to 64 bytes; over HTTP it is set at /api/password, and a file has the hash of an export.",
  );
});

test("a number is taken exactly inside its limits", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SETTINGS.filter((s) => s.kind === "number")), fc.nat(2000000), (setting, value) => {
      const settings = fresh();
      const taken = settings.assign(utf8(setting.name), utf8(String(value))) === "ok";
      assert.equal(taken, value >= setting.min && value <= setting.max);
      assert.equal(settings.number(setting.name), taken ? value : setting.number);
    }),
  );
});

test("a text is kept byte for byte, and no other setting is touched", () => {
  const names = SETTINGS.filter((setting) => setting.kind === "text" || setting.kind === "secret");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ maxLength: 140 })), { maxLength: 8 }),
      (changes) => {
        const settings = fresh();
        const model = new Map(SETTINGS.map((setting) => [setting.name, setting.text]));
        for (const [setting, value] of changes) {
          const fits = value.length >= setting.min && value.length <= setting.max;
          const allowed = fits && !/[\0-\x1f\x7f]/.test(value);
          assert.equal(settings.assign(utf8(setting.name), utf8(value)) === "ok", allowed);
          if (allowed) {
            model.set(setting.name, value);
          }
        }
        for (const [name, value] of model) {
          assert.equal(text(settings.text(name)), value);
        }
      },
    ),
  );
});

test("any bytes as name and value are answered, and a refusal changes nothing", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(bytes, fc.constantFrom(...SETTINGS.map((s) => Buffer.from(s.name)))), bytes, (name, value) => {
      const settings = fresh();
      if (settings.assign(name, value) !== "ok") {
        assert.ok(settings.explanation().length > 0);
        for (const setting of SETTINGS) {
          assert.equal(settings.number(setting.name), setting.number);
          assert.equal(text(settings.text(setting.name)), setting.text);
        }
      }
    }),
  );
});

test("choices are numbered in the order of the list", () => {
  const settings = fresh();
  for (const [place, profile] of ["nl22", "nl42", "nl5", "be", "lu", "se", "hu", "ch"].entries()) {
    assert.equal(settings.assign(utf8("simulator_profile"), utf8(profile)), "ok");
    assert.equal(settings.number("simulator_profile"), place);
  }
});
