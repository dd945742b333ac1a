import { Readable } from 'node:stream';
import { AppError } from '@vinculo/platform/errors';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-rows';
import { guessDialect } from './dialect';
import { guessEncoding, isKnownEncoding } from './encoding';
import { columnNames, guessHeader } from './header';

const SPANISH =
  'Nombre;Población;Año\nÁngel Muñoz;A Coruña;1998\nBegoña Peña;Cádiz;2001\nIñaki Núñez;León;2010\n';

describe('guessEncoding', () => {
  it.each([
    ['utf-8', 'utf-8', SPANISH],
    ['utf-16le', 'utf-16le', SPANISH],
    ['utf-16be', 'utf-16be', SPANISH],
    ['latin1', 'windows-1252', SPANISH],
    ['windows-1252', 'windows-1252', 'Precio;Cliente\n12 €;“Muñoz” – Hijos\n'],
    ['ascii', 'utf-8', 'Name,City\nAda,London\n'],
    [
      'windows-1251',
      'windows-1251',
      'Имя;Примечание\nАлександр;постоянный клиент, звонить после обеда\nФёдор;новый покупатель\n',
    ],
  ])('knows %s', (written, expected, text) => {
    expect(guessEncoding([iconv.encode(text, written)])).toBe(expected);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes the byte order mark of %s for sure', (encoding) => {
    expect(guessEncoding([iconv.encode('a;b\n1;2\n', encoding, { addBOM: true })])).toBe(encoding);
  });

  it('is not misled by a character that the sample cuts in two, nor by one byte far behind', () => {
    const bytes = Buffer.from(SPANISH);
    for (let end = 20; end < bytes.length; end++)
      expect(guessEncoding([bytes.subarray(0, end)])).toBe('utf-8');
    for (let start = 1; start < 40; start++) {
      expect(guessEncoding([Buffer.from('a'), bytes.subarray(start)])).toBe('utf-8');
    }
    expect(guessEncoding([Buffer.from('only ascii here'), iconv.encode('later: Muñoz', 'latin1')])).toBe(
      'windows-1252',
    );
  });

  it('offers no encoding that is none of text', () => {
    expect(['utf-8', 'windows-1252', 'iso-8859-15', 'shift_jis'].map(isKnownEncoding)).not.toContain(false);
    expect(['base64', 'hex', 'binary', 'nonsense'].map(isKnownEncoding)).not.toContain(true);
  });
});

describe('guessDialect', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b\n1,5;2,5\n3,25;4\n', ';'],
    ['a\tb\tc\nx, y\tz\t1\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['name;note\nAda;"one, two; three"\nGrace;"a, b"\n', ';'],
    ['"mail";"name"\n"a@b.co";"Ruiz, Ana"\n"c@d.co";"Gil, Eva"\n', ';'],
    ['sep=;\na;b\n1;2\n', ';'],
    ['just one column\nof text, here\n', ','],
  ])('finds the separator of %j', (sample, delimiter) => {
    expect(guessDialect(sample).delimiter).toBe(delimiter);
  });

  it('tells apostrophes that quote from apostrophes in names', () => {
    expect(guessDialect("'a','b'\n'1','2'\n'3','4'\n").quote).toBe("'");
    expect(guessDialect("name,city\nO'Brien,L'Aquila\n'Abd,Sana'a\n").quote).toBe('"');
  });

  it('notices cells that are written after a space', () => {
    expect(guessDialect('"a", "b"\n"1", "2"\n').isSpaced).toBe(true);
    expect(guessDialect('a,b\n1, x\n').isSpaced).toBe(false);
  });
});

describe('guessHeader', () => {
  const knows = (cell: string) => ['name', 'e-mail', 'city'].includes(cell.toLowerCase());
  it.each([
    [
      true,
      [
        ['Name', 'E-mail'],
        ['Ada', 'ada@example.com'],
      ],
    ],
    [
      true,
      [
        ['Spalte', 'Wert'],
        ['x', '12'],
      ],
    ],
    [
      false,
      [
        ['Ada', 'ada@example.com'],
        ['Grace', 'grace@example.com'],
      ],
    ],
    [
      false,
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      false,
      [
        ['Ada', 'London'],
        ['Grace', 'New York'],
      ],
    ],
  ])('answers %s for %j', (expected, rows) => {
    expect(guessHeader(rows, knows)).toBe(expected);
  });

  it('does not hang over a monstrous cell (S26)', () => {
    expect(guessHeader([[`${'1'.repeat(250_000)}x`], [`${'1'.repeat(250_000)}x`]], knows)).toBe(false);
  });

  it('names every column, whatever the header lacks', () => {
    expect(columnNames(['Name', '', 'Name'], 4)).toEqual(['Name', 'B', 'Name (2)', 'D']);
    expect(columnNames(undefined, 28).slice(25)).toEqual(['Z', 'AA', 'AB']);
  });
});

describe('readCsv', () => {
  const dialect = { encoding: 'utf-8', delimiter: ';', quote: '"', isSpaced: false };
  async function read(bytes: Buffer, options = dialect): Promise<string[][]> {
    const rows: string[][] = [];
    // In small pieces, so that characters and line ends are cut.
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) =>
      bytes.subarray(n * 7, n * 7 + 7),
    );
    for await (const row of readCsv(Readable.from(pieces), options)) rows.push(row);
    return rows;
  }

  it('takes quotes, line breaks in cells, rows of different lengths and any line end', async () => {
    const text = 'a;b\r\n"x;1";"say ""hi"""\n"two\r\nlines";2;3\r\n\r\n5" pipe;Ünï\r';
    expect(await read(Buffer.from(text))).toEqual([
      ['a', 'b'],
      ['x;1', 'say "hi"'],
      ['two\r\nlines', '2', '3'],
      [''],
      ['5" pipe', 'Ünï'],
    ]);
  });

  it.each(['utf-16le', 'utf-16be', 'windows-1252'])('decodes %s', async (encoding) => {
    expect(
      await read(iconv.encode(SPANISH, encoding, { addBOM: false }), { ...dialect, encoding }),
    ).toContainEqual(['Begoña Peña', 'Cádiz', '2001']);
  });

  it('says near which line a quote was never closed', async () => {
    const error = await read(Buffer.from('a;b\n1;2\n"never closed;3\n4;5\n')).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      status: 422,
      code: 'import.unreadable',
      errors: [{ params: { line: 4 } }],
    });
  });
});
