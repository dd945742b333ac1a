import type { TenantContext } from '@vinculo/platform/context';
import { objects } from '../keys';

/** A row as it stands in the file, without blank ones; `row` is its number in a spreadsheet. */
export interface SourceRow {
  row: number;
  cells: string[];
}

/**
 * The rows of an import in one form, whatever the file's encoding and separators: a JSON array a line, the row's number
 * first. Slices read ranges of it.
 */
export function toLine({ row, cells }: SourceRow): string {
  return `${JSON.stringify([row, ...cells])}\n`;
}

const NEWLINE = 0x0a;

export async function* readRows(
  ctx: TenantContext,
  importId: string,
  range?: { start: number; end: number },
): AsyncGenerator<SourceRow> {
  const source = await ctx.ports.objects.read(ctx.tenantId, objects.rows(importId), range);
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    let text = Buffer.concat([rest, piece as Buffer]);
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      yield parseLine(text.subarray(0, end));
      text = text.subarray(end + 1);
    }
    rest = text;
  }
  if (rest.length > 0) yield parseLine(rest);
}

function parseLine(line: Buffer): SourceRow {
  const [row, ...cells] = JSON.parse(line.toString()) as [number, ...string[]];
  return { row, cells };
}

/** Gathers rows into groups of a size, for batch reads. */
export async function* inGroups<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
