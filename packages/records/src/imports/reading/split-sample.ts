const MOST_ROWS = 200;

/** Cuts the beginning of a file into rows, to judge it. Its last row is left out: the sample may cut it. */
export function splitSample(sample: string, delimiter: string, quote: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let position = 0; position < sample.length && rows.length < MOST_ROWS; position++) {
    const character = sample[position] ?? '';
    if (isQuoted) {
      if (character !== quote) cell += character;
      else if (sample[position + 1] === quote) cell += sample[position++];
      else isQuoted = false;
    } else if (character === quote && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && sample[position + 1] === '\n') position++;
      if (row.length > 0 || cell !== '') rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (rows.length === 0 && (row.length > 0 || cell !== '')) rows.push([...row, cell]);
  return rows;
}
