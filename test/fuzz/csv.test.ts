import { Readable } from 'node:stream';
import { AppError } from '@vinculo/platform/errors';
import { BYTE_ORDER_MARK, toCsv } from '@vinculo/records/exports/csv';
import { guardFormula, unguardFormula } from '@vinculo/records/exports/formula-guard';
import { readCsv } from '@vinculo/records/imports/reading/csv-rows';
import { DELIMITERS, type Dialect, guessDialect } from '@vinculo/records/imports/reading/dialect';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

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
const tablesOf = (cell: fc.Arbitrary<string>, rows: { minLength: number; maxLength: number }) =>
  fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), rows));
const tables = tablesOf(cells, { minLength: 1, maxLength: 8 });
/** What any program may have written between quotes, separators and line breaks too. */
const texts = fc
  .string({ unit: fc.constantFrom('a', 'Ñ', '1', ' ', ',', ';', '\t', '|', '\n', '.') })
  .map((inner) => `x${inner}y`);

async function readRows(bytes: Buffer, dialect: Dialect): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readCsv(Readable.from([bytes]), { ...dialect, encoding: 'utf-8' })) rows.push(row);
  return rows;
}

async function readBack(csv: string): Promise<string[][]> {
  const rows = await readRows(Buffer.from(csv), { delimiter: ',', quote: '"', isSpaced: false });
  return rows.map((row) => row.map(unguardFormula));
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

describe('a file that somebody uploads', () => {
  it('is read as it was written, by what its beginning shows of separators and quotes', async () => {
    const files = fc.tuple(
      tablesOf(texts, { minLength: 3, maxLength: 8 }),
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom('\n', '\r\n'),
    );
    await fc.assert(
      fc.asyncProperty(files, async ([table, delimiter, lineBreak]) => {
        const text = table.map((row) => row.map((cell) => `"${cell}"`).join(delimiter) + lineBreak).join('');
        const dialect = guessDialect(text);
        expect(dialect).toEqual({ delimiter, quote: '"', isSpaced: false });
        expect(await readRows(Buffer.from(text), dialect)).toEqual(table);
      }),
    );
  });

  it('is read or refused with 422, whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const dialect = guessDialect(Buffer.from(bytes).toString());
        const refusal = await readRows(Buffer.from(bytes), dialect).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (refusal !== undefined) expect(refusal).toBeInstanceOf(AppError);
        if (refusal instanceof AppError) expect(refusal.status).toBe(422);
      }),
    );
  });
});
