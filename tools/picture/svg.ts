import type { Line, Span } from "../desk/terminal/table.ts";

const FONT_SIZE = 14;
const CHARACTER_WIDTH = 8.43;
const LINE_HEIGHT = 19;
const MARGIN = 16;
const TITLE_BAR = 30;

const BACKGROUND = "#16181d";
const LOOKS = {
  plain: 'fill="#d7dae0"',
  bold: 'fill="#ffffff" font-weight="bold"',
  dim: 'fill="#8b919d"',
  fresh: 'fill="#5fd7e7" font-weight="bold"',
  warning: 'fill="#e5c07b"',
} as const;

/** A picture of a terminal that is `columns` wide and shows `lines`. */
export function terminalSvg(lines: readonly Line[], columns: number): string {
  const width = Math.ceil(columns * CHARACTER_WIDTH + 2 * MARGIN);
  const height = TITLE_BAR + lines.length * LINE_HEIGHT + 2 * MARGIN;
  const buttons = ["#ff5f57", "#febc2e", "#28c840"].map(
    (colour, at) => `<circle cx="${MARGIN + 6 + at * 20}" cy="17" r="6" fill="${colour}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>`,
    ...buttons,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_SIZE}" xml:space="preserve">`,
    ...lines.flatMap((line, at) => lineSvg(line, TITLE_BAR + MARGIN + at * LINE_HEIGHT + FONT_SIZE)),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** Each piece is put where its first character stands and is as wide as its characters, whatever the font. */
function lineSvg(line: Line, y: number): string[] {
  let column = 0;
  const pieces: string[] = [];
  for (const { text, look } of line) {
    const shown = text.trimEnd();
    if (shown !== "") {
      const x = (MARGIN + column * CHARACTER_WIDTH).toFixed(1);
      const width = (shown.length * CHARACTER_WIDTH).toFixed(1);
      pieces.push(`<text x="${x}" y="${y}" textLength="${width}" ${fillOf(look)}>${escape(shown)}</text>`);
    }
    column += text.length;
  }
  return pieces;
}

function fillOf(look: Span["look"]): string {
  return typeof look === "object" ? `fill="rgb(${look.red},${look.green},${look.blue})"` : LOOKS[look];
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
