import UPlot from "uplot";
import type { History } from "../../api.ts";
import type { Language } from "../../text/language.ts";

const HEIGHT = 220;

/** Power over time, drawn by uPlot: what comes from the grid above the line, what goes to it below. */
export class Chart {
  private readonly plot: UPlot;
  private readonly sizes: ResizeObserver;

  constructor(place: HTMLElement, language: Language) {
    const style = getComputedStyle(place);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const watts = (_plot: UPlot, value: number | null): string =>
      value === null || value === undefined ? "–" : language.power(Math.abs(value));
    const time = (seconds: number): string =>
      new Intl.DateTimeFormat(language.name, { hour: "2-digit", minute: "2-digit" }).format(new Date(seconds * 1000));
    const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
    const line = (label: string, name: string): UPlot.Series => ({
      label,
      stroke: colour(name),
      fill: `${colour(name)}38`,
      width: 1.5,
      value: watts,
      points: { show: false },
    });
    this.plot = new UPlot(
      {
        width: place.clientWidth,
        height: HEIGHT,
        cursor: { y: false, drag: { x: false, y: false } },
        scales: { y: { range: (_plot, low, high) => [Math.min(0, low) * 1.05, Math.max(100, high) * 1.05] } },
        axes: [
          { ...axis, space: 70, values: (_plot, moments) => moments.map(time) },
          { ...axis, size: 64, values: (_plot, values) => values.map((value) => language.power(Math.abs(value))) },
        ],
        series: [
          { label: language.text("live.time"), value: (_plot, seconds) => (seconds === null ? "–" : time(seconds)) },
          line(language.text("live.import"), "--import"),
          line(language.text("live.export"), "--export"),
        ],
      },
      [[], [], []],
      place,
    );
    this.sizes = new ResizeObserver(() => this.plot.setSize({ width: place.clientWidth, height: HEIGHT }));
    this.sizes.observe(place);
  }

  /** Shows a history that came at that moment (milliseconds). */
  show({ step, newest_age: newestAge, import: drawn, export: given }: History, at: number): void {
    const newest = at / 1000 - newestAge;
    const moments = drawn.map((_, index) => newest - (drawn.length - 1 - index) * step);
    const below = given.map((value) => (value === null ? null : -value));
    this.plot.setData([moments, [...drawn], below]);
  }

  close(): void {
    this.sizes.disconnect();
    this.plot.destroy();
  }
}
