/** A wire from a pin on the left (counted from 0) to one on the right. */
interface Wire {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  /** A resistor from this wire up to 3.3 V, as it is written beside it. */
  readonly pullUp?: string;
  /** A resistor in the wire. */
  readonly series?: string;
}

/** Two boxes with pins, and the wires between them. */
interface Drawing {
  readonly left: string;
  readonly leftPins: readonly string[];
  readonly right: string;
  readonly rightPins: readonly string[];
  readonly wires: readonly Wire[];
}

const SUPPLY = "#c62828";
const GROUND = "#37474f";
const DATA = "#f9a825";
const REQUEST = "#1565c0";
const LIGHT = "#2e7d32";

const RJ12 = ["1  +5 V", "2  data request", "3  data ground", "4  not used", "5  data", "6  power ground"];
const CROSSED = ["1  power ground", "2  data", "3  not used", "4  data ground", "5  data request", "6  +5 V"];
const PULL_UP = "1 kΩ to 3.3 V";

/** The drawings of docs/hardware.md: the name of the file, and what it shows. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  straight: {
    left: "socket, straight cable",
    leftPins: RJ12,
    right: "ESP32 board",
    rightPins: ["request", "GND", "RX"],
    wires: [
      { from: 1, to: 0, colour: REQUEST },
      { from: 2, to: 1, colour: GROUND },
      { from: 4, to: 2, colour: DATA, pullUp: PULL_UP },
    ],
  },
  cross: {
    left: "socket, cross cable",
    leftPins: CROSSED,
    right: "ESP32 board",
    rightPins: ["RX", "GND", "request"],
    wires: [
      { from: 1, to: 0, colour: DATA, pullUp: PULL_UP },
      { from: 3, to: 1, colour: GROUND },
      { from: 4, to: 2, colour: REQUEST },
    ],
  },
  both: {
    left: "socket, either cable",
    leftPins: ["1  not wired", "2  request or data", "3  ground", "4  ground", "5  data or request", "6  not wired"],
    right: "ESP32 board",
    rightPins: ["request or RX", "GND", "GND", "RX or request"],
    wires: [
      { from: 1, to: 0, colour: REQUEST, pullUp: PULL_UP, series: "220 Ω" },
      { from: 2, to: 1, colour: GROUND },
      { from: 3, to: 2, colour: GROUND },
      { from: 4, to: 3, colour: DATA, pullUp: PULL_UP, series: "220 Ω" },
    ],
  },
  power: {
    left: "socket, straight cable",
    leftPins: RJ12,
    right: "ESP32 board",
    rightPins: ["5V (VIN)", "GND"],
    wires: [
      { from: 0, to: 0, colour: SUPPLY },
      { from: 5, to: 1, colour: GROUND },
    ],
  },
  splitter: {
    left: "ESP32 board",
    leftPins: ["TX", "GND"],
    right: "second reader's socket",
    rightPins: ["5  data", "3  data ground"],
    wires: [
      { from: 0, to: 0, colour: DATA, series: "1 kΩ" },
      { from: 1, to: 1, colour: GROUND },
    ],
  },
  lights: {
    left: "ESP32 board",
    leftPins: ["5V", "lights", "GND"],
    right: "three WS2812",
    rightPins: ["5V", "DIN", "GND"],
    wires: [
      { from: 0, to: 0, colour: SUPPLY },
      { from: 1, to: 1, colour: LIGHT, series: "330 Ω" },
      { from: 2, to: 2, colour: GROUND },
    ],
  },
};

const BOX_WIDTH = 190;
const GAP = 260;
const ROW = 34;
const TOP = 44;
const MARGIN = 12;
const RIGHT = MARGIN + BOX_WIDTH + GAP;
const WIDTH = RIGHT + BOX_WIDTH + MARGIN;

/** The files of the drawings: path and bytes. */
export function wiringFiles(): [string, Buffer][] {
  return Object.entries(DRAWINGS).map(([name, drawing]) => [`docs/wiring/${name}.svg`, Buffer.from(svgOf(drawing))]);
}

function svgOf({ left, leftPins, right, rightPins, wires }: Drawing): string {
  const height = TOP + Math.max(leftPins.length, rightPins.length) * ROW + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    `<rect width="${WIDTH}" height="${height}" rx="8" fill="#ffffff"/>`,
    `<g font-family="'DejaVu Sans', Verdana, sans-serif" font-size="13" fill="#212121">`,
    ...wires.flatMap(wireSvg),
    ...boxSvg(left, leftPins, MARGIN, "start"),
    ...boxSvg(right, rightPins, RIGHT, "end"),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function boxSvg(title: string, pins: readonly string[], x: number, side: "start" | "end"): string[] {
  const at = side === "start" ? x + 12 : x + 24;
  return [
    `<text x="${x}" y="28" font-weight="bold">${title}</text>`,
    `<rect x="${x}" y="${TOP - 6}" width="${BOX_WIDTH}" height="${pins.length * ROW + 6}" rx="6" fill="#eceff1" stroke="#607d8b"/>`,
    ...pins.flatMap((pin, row) => [
      `<circle cx="${side === "start" ? x + BOX_WIDTH - 10 : x + 10}" cy="${pinY(row)}" r="4" fill="#607d8b"/>`,
      `<text x="${at}" y="${pinY(row) + 5}">${pin}</text>`,
    ]),
  ];
}

/** A wire goes out, turns in the middle and goes on; each turns at a place of its own. */
function wireSvg({ from, to, colour, pullUp, series }: Wire, index: number): string[] {
  const start = MARGIN + BOX_WIDTH - 10;
  const turn = MARGIN + BOX_WIDTH + 60 + index * 22;
  const path = `M${start} ${pinY(from)} H${turn} V${pinY(to)} H${RIGHT + 10}`;
  const wire = `<path d="${path}" fill="none" stroke="${colour}" stroke-width="3"/>`;
  const y = pinY(to);
  const isBoth = pullUp !== undefined && series !== undefined;
  return [
    wire,
    ...(pullUp === undefined ? [] : pullUpSvg(pullUp, RIGHT - (isBoth ? 124 : 96), y, colour)),
    ...(series === undefined ? [] : seriesSvg(series, RIGHT - (isBoth ? 46 : 80), y, isBoth ? y + 20 : y - 10)),
  ];
}

function pullUpSvg(words: string, x: number, y: number, colour: string): string[] {
  return [
    `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`,
    `<path d="M${x} ${y} V${y - 6} M${x} ${y - 20} V${y - 24}" stroke="#212121" stroke-width="2"/>`,
    `<rect x="${x - 5}" y="${y - 20}" width="10" height="14" fill="#ffffff" stroke="#212121" stroke-width="2"/>`,
    `<text x="${x + 10}" y="${y - 9}" font-size="11">${words}</text>`,
  ];
}

function seriesSvg(words: string, x: number, y: number, wordsAt: number): string[] {
  return [
    `<rect x="${x}" y="${y - 6}" width="32" height="12" fill="#ffffff" stroke="#212121" stroke-width="2"/>`,
    `<text x="${x}" y="${wordsAt}" font-size="11">${words}</text>`,
  ];
}

function pinY(row: number): number {
  return TOP + row * ROW + ROW / 2 - 3;
}
