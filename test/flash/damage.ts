/** What flash can do to what is kept in it. */

/** Bytes that were damaged, and how. */
export interface Damage {
  readonly kind: string;
  readonly bytes: Buffer;
}

type Spoil = (bytes: Buffer, chance: (below: number) => number) => void;

const PAGE = 4096;

/** Bits that flip anywhere in the parts of the image that hold something, as many as are given. */
const flips =
  (most: number): Spoil =>
  (bytes, chance) => {
    const used = usedPages(bytes);
    for (let left = 1 + chance(most); left > 0; left--) {
      const at = used[chance(used.length)] * PAGE + chance(PAGE);
      bytes[at] ^= 1 << chance(8);
    }
  };

/** The pages that are not empty. */
function usedPages(bytes: Buffer): number[] {
  const pages = Array.from({ length: bytes.length / PAGE }, (_, i) => i);
  return pages.filter((page) => bytes.subarray(page * PAGE, (page + 1) * PAGE).some((byte) => byte !== 0xff));
}

const KINDS: Readonly<Record<string, Spoil>> = {
  "a bit": flips(1),
  "some bits": flips(24),
  "bits of a page's head": (bytes, chance) => {
    const used = usedPages(bytes);
    for (let left = 1 + chance(3); left > 0; left--) {
      bytes[used[chance(used.length)] * PAGE + chance(64)] ^= 1 << chance(8);
    }
  },
  "a cut": (bytes, chance) => {
    const end = (Math.max(...usedPages(bytes)) + 1) * PAGE;
    bytes.fill(0xff, chance(end));
  },
  "a write that was cut": (bytes, chance) => {
    const used = usedPages(bytes);
    const page = used[chance(used.length)] * PAGE;
    const from = page + 64 + chance(PAGE - 64);
    bytes.fill(0xff, from, page + PAGE);
  },
  "a page that is erased": (bytes, chance) => {
    const used = usedPages(bytes);
    const page = used[chance(used.length)] * PAGE;
    bytes.fill(0xff, page, page + PAGE);
  },
  zeros: (bytes, chance) => {
    const used = usedPages(bytes);
    const at = used[chance(used.length)] * PAGE + chance(PAGE);
    bytes.fill(0, at, at + 1 + chance(256));
  },
  noise: (bytes, chance) => {
    const used = usedPages(bytes);
    const at = used[chance(used.length)] * PAGE + chance(PAGE);
    for (let i = at; i < at + 64 && i < bytes.length; i++) {
      bytes[i] = chance(256);
    }
  },
};

/** A copy of an image, damaged by chance. */
export function damaged(image: Buffer, chance: () => number): Damage {
  const below = (limit: number): number => Math.floor(chance() * limit);
  const kinds = Object.entries(KINDS);
  const [kind, spoil] = kinds[below(kinds.length)];
  const bytes = Buffer.from(image);
  spoil(bytes, below);
  return { kind, bytes };
}
