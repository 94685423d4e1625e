import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { IMAGE_HEAD, examine, versionOf } from "../../ts/update/image.ts";
import { firmwareImage } from "./support/image.ts";

const C3 = 5;
const GOOD = firmwareImage({ version: "1.2.3" });

test("an image of this project for this chip may be installed, and names its version", () => {
  assert.equal(examine(GOOD.subarray(0, IMAGE_HEAD), C3), "none");
  assert.equal(Buffer.from(versionOf(GOOD)).toString(), "1.2.3");
  const long = firmwareImage({ version: "v".repeat(32) });
  assert.equal(Buffer.from(versionOf(long)).toString(), "v".repeat(32));
});

test("another chip's, another project's and anything else are told apart", () => {
  assert.equal(examine(GOOD, 9), "other-chip");
  assert.equal(examine(GOOD, C3 + 256), "other-chip");
  assert.equal(examine(firmwareImage({ version: "1", project: "p1_meter2" }), C3), "other-project");
  assert.equal(examine(firmwareImage({ version: "1", project: "p1_mete" }), C3), "other-project");
  assert.equal(examine(Buffer.from([0xff, 0xd8, 0xff, 0xe0]), C3), "no-image");
  assert.equal(examine(new Uint8Array(0), C3), "no-image");
});

test("one wrong bit where the head is told by makes it another thing", () => {
  const told = [0, 12, 13, 32, 33, 34, 35, ...Array.from({ length: 9 }, (_, index) => 80 + index)];
  fc.assert(
    fc.property(fc.constantFrom(...told), fc.nat(7), (at, bit) => {
      const wrong = Buffer.from(GOOD);
      wrong[at] ^= 1 << bit;
      return examine(wrong, C3) !== "none";
    }),
  );
});
