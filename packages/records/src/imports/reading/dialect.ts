import { splitSample } from './split-sample';

/** How a file separates and quotes its cells. */
export interface Dialect {
  delimiter: string;
  quote: string;
  /** Cells are written after a space: `a, "b"`. */
  isSpaced: boolean;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;

const EXCEL_HINT = /^\ufeff?sep=(.)\r?\n/i;

/** Guesses the separator that cuts the lines of a sample into the same number of cells, and the quote around cells. */
export function guessDialect(sample: string): Dialect {
  const hinted = EXCEL_HINT.exec(sample)?.[1];
  const quote = guessQuote(sample);
  const delimiter = hinted ?? guessDelimiter(sample, quote);
  const gaps = sample.split(`${delimiter} ${quote}`).length - 1;
  const tight = sample.split(`${delimiter}${quote}`).length - 1;
  return { delimiter, quote, isSpaced: gaps > tight };
}

function guessQuote(sample: string): string {
  const count = (quote: string) =>
    [...DELIMITERS, '\n'].reduce((sum, edge) => sum + sample.split(edge + quote).length - 1, 0) +
    [...DELIMITERS].reduce((sum, edge) => sum + sample.split(quote + edge).length - 1, 0);
  // An apostrophe may begin a cell for other reasons; it quotes only when nothing else does.
  return count('"') === 0 && count("'") > 4 ? "'" : '"';
}

function guessDelimiter(sample: string, quote: string): string {
  const judged = DELIMITERS.map((delimiter) => {
    const rows = splitSample(sample, delimiter, quote);
    const isBesideQuotes = rows.length > 0 && edgesOf(sample, delimiter, quote) >= rows.length;
    return { delimiter, score: scoreOf(rows), isBesideQuotes };
  });
  // Where rows have quotes beside a separator, what stands only within them separates nothing: "Ruiz, Ana".
  const quoted = judged.filter(({ isBesideQuotes }) => isBesideQuotes);
  const candidates = quoted.length > 0 ? quoted : judged;
  const [best] = candidates.sort((left, right) => right.score - left.score);
  return best && best.score > 0 ? best.delimiter : ',';
}

function edgesOf(sample: string, delimiter: string, quote: string): number {
  const edges = [delimiter + quote, quote + delimiter, `${delimiter} ${quote}`];
  return edges.reduce((sum, edge) => sum + sample.split(edge).length - 1, 0);
}

/** High when most rows have the same number of cells, and more than one. */
function scoreOf(rows: string[][]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width = 1, count = 0] =
    [...widths].filter(([cells]) => cells > 1).sort((left, right) => right[1] - left[1])[0] ?? [];
  return rows.length === 0 ? 0 : (count / rows.length) ** 2 * Math.log2(width);
}
