import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { InvalidError } from '@vinculo/platform/errors';
import iconv from 'iconv-lite';
import { fileObjectName } from '../../files/service';
import { type Dialect, guessDialect } from './dialect';
import { guessEncoding } from './encoding';
import { splitSample } from './split-sample';

const HEAD_BYTES = 256 * 1024;
const WINDOW_BYTES = 64 * 1024;
const WINDOWS = 12;

export interface FileLook extends Dialect {
  encoding: string;
  /** The first rows, the header too. */
  rows: string[][];
}

type Known = Partial<Pick<FileLook, 'encoding' | 'delimiter'>>;

/** Reads the beginning of a file and pieces of the rest, and guesses whatever `known` doesn't say. */
export async function lookAtFile(
  ctx: UserContext,
  fileId: string,
  size: number,
  known: Known = {},
): Promise<FileLook> {
  const head = await readPiece(ctx, fileId, 0, HEAD_BYTES);
  const encoding = known.encoding ?? guessEncoding([head, ...(await readWindows(ctx, fileId, size))]);
  const whole = iconv.decode(head, encoding);
  // A cut character at the end would look like a wrong encoding.
  const text = size > HEAD_BYTES ? whole.slice(0, -4) : whole;
  const dialect = guessDialect(text);
  const delimiter = known.delimiter ?? dialect.delimiter;
  const rows = splitSample(withoutHint(text), delimiter, dialect.quote);
  if (rows.length === 0) throw new InvalidError('import.empty', 'There is nothing in the file.');
  return { ...dialect, delimiter, encoding, rows };
}

/** Pieces all over the file: its first accent may come late. */
async function readWindows(ctx: UserContext, fileId: string, size: number): Promise<Buffer[]> {
  if (size <= HEAD_BYTES) return [];
  const step = Math.max(WINDOW_BYTES, Math.floor((size - HEAD_BYTES) / WINDOWS));
  const starts: number[] = [];
  for (let start = HEAD_BYTES; start < size; start += step) starts.push(start);
  return Promise.all(starts.map((start) => readPiece(ctx, fileId, start, WINDOW_BYTES)));
}

async function readPiece(ctx: UserContext, fileId: string, start: number, length: number): Promise<Buffer> {
  const range = { start, end: start + length };
  const source: Readable = await ctx.ports.objects.read(ctx.tenantId, fileObjectName(fileId), range);
  return buffer(source);
}

/** Excel's first line that names the separator is no row. */
function withoutHint(text: string): string {
  return text.replace(/^\ufeff?sep=.\r?\n/i, '');
}
