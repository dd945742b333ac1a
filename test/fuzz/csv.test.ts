import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../imports/reading/csv-rows';
import { BYTE_ORDER_MARK, toCsv } from './csv';
import { guardFormula, unguardFormula } from './formula-guard';

const STARTERS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  "'=",
  "''-",
  '"',
  ',',
  '\n',
  ' ',
];
const cells = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...STARTERS), fc.string({ unit: 'binary' })).map((parts) => parts.join('')),
);
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

async function readBack(csv: string): Promise<string[][]> {
  const rows: string[][] = [];
  const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', isSpaced: false };
  for await (const row of readCsv(Readable.from([Buffer.from(csv)]), dialect))
    rows.push(row.map(unguardFormula));
  return rows;
}

describe('a file that is exported', () => {
  it('holds no cell that a spreadsheet would run (S20)', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(guardFormula(cell)).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
      }),
    );
  });

  it('is read back as it was, whatever is in its cells (S20)', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        expect(await readBack(BYTE_ORDER_MARK + toCsv(table))).toEqual(table);
      }),
    );
  });
});
