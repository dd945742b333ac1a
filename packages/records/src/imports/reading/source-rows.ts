import { Transform } from 'node:stream';
import type { TenantContext } from '@vinculo/platform/context';
import { InvalidError } from '@vinculo/platform/errors';
import { fileObjectName } from '../../files/service';
import type { ImportItem } from '../items';
import { readCsv } from './csv-rows';
import type { SourceRow } from './row-file';

/** As many as the usual spreadsheet has, less its last few. */
export const MOST_ROWS = 1_000_000;
export const MOST_COLUMNS = 500;

/** Streams the rows of an import's file that hold anything, numbered as a spreadsheet does; the header is none. */
export async function* sourceRows(
  ctx: TenantContext,
  { fileId, settings }: ImportItem,
  onBytes: (count: number) => void,
): AsyncGenerator<SourceRow> {
  const file = await ctx.ports.objects.read(ctx.tenantId, fileObjectName(fileId));
  const counter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      onBytes(piece.length);
      done(null, piece);
    },
  });
  file.on('error', (error) => counter.destroy(error));
  let row = 0;
  let count = 0;
  for await (const cells of readCsv(file.pipe(counter), settings)) {
    if (row === 0 && isSeparatorHint(cells)) continue;
    row++;
    if (row === 1 && settings.hasHeader) continue;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (++count > MOST_ROWS) throw tooManyRows();
    yield { row, cells: cells.slice(0, MOST_COLUMNS) };
  }
}

/** Excel's first line that names the separator. */
function isSeparatorHint([first = '', second = '', ...more]: string[]): boolean {
  return more.length === 0 && /^sep=.?$/i.test(first) && second === '';
}

function tooManyRows(): InvalidError {
  return new InvalidError('import.too_many_rows', `A file may have at most ${MOST_ROWS} rows.`, {
    errors: [
      {
        pointer: '/fileId',
        code: 'import.too_many_rows',
        detail: 'Cut the file in two.',
        params: { maximum: MOST_ROWS },
      },
    ],
  });
}
