import type { Readable } from 'node:stream';
import { InvalidError } from '@vinculo/platform/errors';
import { CsvError, parse } from 'csv-parse';
import type { Dialect } from './dialect';

/** A row that is longer than this is rather a quote that was never closed. */
const LONGEST_ROW = 1_000_000;

/**
 * Streams the rows of a file, blank lines included so that numbers are those a spreadsheet shows. Throws 422
 * `import.unreadable` with the line where quotes make no sense.
 */
export async function* readCsv(
  source: Readable,
  { encoding, delimiter, quote, isSpaced }: Dialect & { encoding: string },
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    quote,
    escape: quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    ltrim: isSpaced,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  source.on('error', (error) => parser.destroy(error));
  const text = await decoded(source, encoding);
  text.on('error', (error: Error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const row of parser) yield row as string[];
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  } finally {
    source.destroy();
  }
}

/** The parser reads UTF-8 by itself; the tables of all other encodings are loaded for who needs them. */
async function decoded(source: Readable, encoding: string): Promise<NodeJS.ReadableStream> {
  if (/^utf-?8$/i.test(encoding)) return source;
  const { default: iconv } = await import('iconv-lite');
  return source.pipe(iconv.decodeStream(encoding));
}

function unreadable(error: CsvError): InvalidError {
  const line = Number(error.lines ?? 0);
  return new InvalidError('import.unreadable', `The file cannot be read near line ${line}.`, {
    cause: error,
    errors: [
      {
        pointer: '/fileId',
        code: 'import.unreadable',
        detail: 'A quote is opened there and never closed, or the separator is another one.',
        params: { line },
      },
    ],
  });
}
