/** The names that C gets: `snake_case`, with the module in front where others can see them. */

/** `TelegramReader` → `telegram_reader`, `parseOBISCode` → `parse_obis_code`; constants in capitals stay as they are. */
export function snake(written: string): string {
  // `Ring<u8>` of a generic declaration is `Ring_u8`.
  const name = written.replace(/[^A-Za-z0-9_]+/g, "_").replace(/_$/, "");
  if (/^[A-Z0-9_]+$/.test(name)) {
    return name;
  }
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** `p1` and `crc16` → `p1_crc16`; a name that is its module's own is not doubled. */
export function qualified(prefix: string, name: string): string {
  const front = snake(prefix.replace(/[^A-Za-z0-9]/g, "_"));
  const own = snake(name);
  if (/^[A-Z0-9_]+$/.test(name)) {
    return `${front.toUpperCase()}_${own}`;
  }
  return own === front ? own : `${front}_${own}`;
}

/** The function that runs a module's top-level code. */
export function initName({ path, prefix }: { readonly path: string; readonly prefix: string }): string {
  const file = path.split("/").pop()!;
  return `${qualified(prefix, file.replace(/[^A-Za-z0-9]/g, "_"))}_module_init`;
}

/** The function that starts the program whose root is the module at `path`. */
export function startName(path: string): string {
  return `p1_init_${snake(path.replace(/[^A-Za-z0-9]/g, "_"))}`;
}

/** The name of a type, which its methods begin with: always with the module in front. */
export function typeName(prefix: string, name: string): string {
  const front = snake(prefix.replace(/[^A-Za-z0-9]/g, "_"));
  return `${front}_${snake(name).toLowerCase()}`;
}

/** Words that a C file can't use for its own things, with the names that the included headers bring. */
const RESERVED = new Set(
  (
    "alignas alignof auto bool break case char const constexpr continue default do double else enum extern false float " +
    "for goto if inline int long nullptr register restrict return short signed sizeof static static_assert struct " +
    "switch thread_local true typedef typeof union unsigned void volatile while asm main errno NULL EOF " +
    "memcpy memmove memset memcmp memchr strlen strcmp strcpy abs labs index rindex printf puts putchar exit abort " +
    "log exp sin cos tan round floor ceil pow read write open close link unlink time clock random signal remove rename " +
    "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t size_t INT64_C UINT8_MAX assert unix linux " +
    "stdin stdout stderr y0 y1 yn j0 j1 jn gamma div ldiv self"
  ).split(" "),
);

/** The limits that <stdint.h> and <limits.h> have as macros. */
const LIMITS =
  /^(U?INT(8|16|32|64|_LEAST\d+|_FAST\d+|PTR|MAX)|S?SIZE|PTRDIFF|WCHAR|S?CHAR|U?SHRT|U?L?LONG)_(MIN|MAX|C)$/;
const OTHER_LIMITS = /^(U?(INT|CHAR|LLONG)_(MIN|MAX)|CHAR_BIT|BUFSIZ|(PRI|SCN)[diouxX]\w+)$/;

export function isReserved(name: string): boolean {
  return (
    RESERVED.has(name) ||
    LIMITS.test(name) ||
    OTHER_LIMITS.test(name) ||
    name.startsWith("ts_") ||
    name.startsWith("TS_")
  );
}

/** A name that only its own C file sees. */
export function internal(name: string): string {
  const own = snake(name);
  return isReserved(own) ? `${own}_` : own;
}
