import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** What a file is taken for when nothing else is likelier: what spreadsheets on Windows write in western Europe. */
const WESTERN = 'windows-1252';
/** How much surer the detector must be of another encoding, since short western texts fool it. */
const CLEAR_LEAD = 12;

/**
 * Guesses how a file's bytes spell text, from pieces of it: the first begins the file, each may be cut anywhere. A byte
 * order mark decides, then UTF-16's zero bytes, then whether everything is valid UTF-8; only then statistics.
 */
export function guessEncoding(pieces: readonly Buffer[]): string {
  const head = pieces[0] ?? Buffer.alloc(0);
  return (
    fromByteOrderMark(head) ??
    fromZeroBytes(head) ??
    (pieces.every((piece) => isUtf8(wholeCharacters(piece))) ? 'utf-8' : fromStatistics(pieces))
  );
}

export function isKnownEncoding(name: string): boolean {
  return iconv.encodingExists(name) && !/^(base64|hex|binary|utf-?7)/i.test(name);
}

function fromByteOrderMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Latin text in UTF-16 has a zero in every other byte; no 8-bit text has zeros. */
function fromZeroBytes(head: Buffer): string | undefined {
  const sample = head.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (let position = 0; position + 1 < sample.length; position += 2) {
    if (sample[position] === 0) even++;
    if (sample[position + 1] === 0) odd++;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

function fromStatistics(pieces: readonly Buffer[]): string {
  // Only bytes beyond ASCII tell encodings apart, and they may be few: their neighbourhood is enough.
  const telling = Buffer.concat(pieces.map(aroundHighBytes));
  const found = chardet
    .analyse(telling)
    .map(({ name, confidence }) => ({ name: canonical(name), confidence }))
    .filter(({ name }) => name !== 'utf-8' && iconv.encodingExists(name));
  const western = found.find(({ name }) => name === WESTERN)?.confidence ?? 0;
  const best = found[0];
  return best && best.confidence > western + CLEAR_LEAD ? best.name : WESTERN;
}

/** Each ISO set is read as the Windows set that extends it, as browsers do. */
function canonical(name: string): string {
  const lower = name.toLowerCase();
  if (lower === 'iso-8859-1' || lower === 'ascii') return WESTERN;
  if (lower === 'iso-8859-9') return 'windows-1254';
  return lower;
}

const NEIGHBOURHOOD = 40;

function aroundHighBytes(piece: Buffer): Buffer {
  const parts: Buffer[] = [];
  let keptUntil = 0;
  for (let position = 0; position < piece.length && parts.length < 2_000; position++) {
    if ((piece[position] ?? 0) < 0x80 || position < keptUntil) continue;
    keptUntil = position + NEIGHBOURHOOD;
    parts.push(piece.subarray(Math.max(0, position - NEIGHBOURHOOD), keptUntil));
  }
  return Buffer.concat(parts);
}

/** Leaves out the halves of characters at the ends of a piece. */
function wholeCharacters(piece: Buffer): Buffer {
  let start = 0;
  while (start < Math.min(3, piece.length) && isContinuation(piece[start])) start++;
  let end = piece.length;
  for (let back = 1; back <= Math.min(3, piece.length - start); back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (wanted > back) end = piece.length - back;
    break;
  }
  return piece.subarray(start, end);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
