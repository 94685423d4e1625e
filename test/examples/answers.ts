/** Lines that an example has to print, from standards or reckoned by hand, not from the examples themselves. */
export const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  // RFC 4648, section 10: how long the codes of "f", "foobar" are; "Zg=" and the like are no Base64.
  base64: ["base64: f 4 1", "base64: foobar 8 6", "-1 -1 -1 -1"],
  // "Hello World!\n" has 13 bytes.
  brainfuck: ["program hello done 906 13", "program unbalanced brackets 0 0"],
  button: ["double 200"],
  // A frame of 254 bytes without zeros grows by one code byte and the zero at its end.
  cobs: ["frame 254 256", "frame 1 3"],
  // The check values of the catalogue of parametrised CRC algorithms: F4, BB3D, 906E, CBF43926.
  crc: ["crc8 244", "arc 47933", "x25 36974", "crc32 3421780262"],
  cron: ["cron: * * * * * true true true", "cron: 60 * * * * false false false", "cron: 30 12 13 * 5 true false true"],
  dates: [
    "date: 1970-01-01T00:00:00Z 0 true",
    "date: 2038-01-19T03:14:08Z 2147483648 true",
    "date: 0000-01-01T00:00:00Z -62167219200 true",
    "date: 9999-12-31T23:59:59Z 253402300799 true",
    "date: 1900-02-29T00:00:00Z is none",
  ],
  editor: ["editor: inserted 6 6 40001", "editor: full 32 32 18219"],
  filter: ["-32768 71 99"],
  forth: ["forth: 1 0 / division 0 0", "forth: 2147483647 1 + . ok 12 45"],
  json: ["number 10 17", "error 0 2"],
  // SOS: nine signals, each with its pause; 3 + 9 + 3 units of light.
  morse: ["morse: SOS 18 30 3"],
  quicksort: ["sorted again true true"],
  ring: ["written 12 12", "read 10 2 104 114"],
  rle: ["packed aaaaaaaaaaaaaaaaaaaa 2 20 true", "packed abcdef 7 6 true"],
  // The first words of the digests that FIPS 180-4's examples give: e3b0c442, ba7816bf, 248d6a61, cdc76e5c.
  sha256: ["3820012610", "3128432319", "613247585", "3452399196"],
};
