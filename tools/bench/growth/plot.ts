/** Draws figures as SVG: small, the same every time, to be read on white and on black. */

import * as echarts from "echarts";

/** A quantity that a plot is drawn over; its name has its unit. */
export interface Axis {
  readonly name: string;
  /** Every power of two is as far from the last one. */
  readonly doubling?: boolean;
}

/** A line of a plot. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  /** What it shows, for who can't see it. */
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
}

const SIZE = { width: 640, height: 320 };
/** Neither black nor white: each has to be seen on both. */
const INK = "#7d8590";
const GRID = "#7d859044";
const COLOURS = ["#2f81f7", "#d4761c", "#2ea043", "#c24fc8"];

/** The plot as an SVG document. */
export function draw({ title, x, y, lines }: Plot): string {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, ...SIZE });
  const text = { color: INK, fontFamily: "sans-serif", fontSize: 12 };
  const axis = ({ name, doubling }: Axis, values: readonly number[]) => ({
    ...(doubling === true
      ? { type: "log" as const, logBase: 2, min: Math.min(...values), max: Math.max(...values) }
      : { type: "value" as const }),
    name,
    nameTextStyle: text,
    axisLabel: text,
    axisLine: { show: true, lineStyle: { color: INK } },
    splitLine: { lineStyle: { color: GRID } },
  });
  const all = lines.flatMap(({ points }) => points);
  chart.setOption({
    animation: false,
    color: COLOURS,
    grid: { left: 16, right: 24, top: 64, bottom: 28, containLabel: true },
    legend: { top: 4, itemGap: 24, textStyle: text, data: lines.map(({ name }) => name) },
    xAxis: {
      ...axis(
        x,
        all.map(([at]) => at),
      ),
      nameLocation: "middle",
      nameGap: 28,
    },
    yAxis: {
      ...axis(
        y,
        all.map(([, value]) => value),
      ),
      nameLocation: "end",
      nameTextStyle: { ...text, align: "left" },
    },
    series: lines.map(({ name, points }) => ({
      type: "line" as const,
      name,
      clip: false,
      symbol: "circle",
      symbolSize: 5,
      data: points.map(([at, value]) => [at, value]),
    })),
  });
  const svg = chart.renderToSVGString();
  // Its timer would keep the process.
  chart.dispose();
  return withTitle(svg, title);
}

/** Without what lines are cut off by, since none has to be, and what a page would do under a mouse, whose names count the plots of a process: each would depend on those before it. */
function withTitle(svg: string, title: string): string {
  const still = svg.replace(/<(style|defs)[^]*?<\/\1>\n?/g, "");
  const plain = still.replace(/ (?:class|clip-path|pointer-events|ecmeta_\w+)="[^"]*"/g, "");
  const text = title.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `${plain.replace(/^<svg ([^>]*)>/, `<svg role="img" $1>\n<title>${text}</title>`)}\n`;
}
