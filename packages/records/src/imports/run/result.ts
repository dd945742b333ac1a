import { Readable } from 'node:stream';
import type { TenantContext } from '@vinculo/platform/context';
import { NotFoundError } from '@vinculo/platform/errors';
import { BYTE_ORDER_MARK, toCsv } from '../../exports/csv';
import type { RowIssue } from '../cells/parse-row';
import type { ImportItem } from '../items';
import { objects } from '../keys';
import type { SourceRow } from '../reading/row-file';
import type { Outcome } from './outcome';
import { issueText, reasonText } from './row-texts';

/** Stores what became of a slice's rows, beside their cells, as a piece of the result file. */
export async function writeResultPart(
  ctx: TenantContext,
  item: ImportItem,
  slice: number,
  source: readonly SourceRow[],
  outcomes: readonly Outcome[],
): Promise<void> {
  const byRow = new Map(outcomes.map((outcome) => [outcome.row, outcome]));
  const rows = source.map(({ row, cells }) => [String(row), ...told(item, byRow.get(row)), ...cells]);
  const name = objects.resultPart(item.sk, slice);
  await ctx.ports.objects.put(ctx.tenantId, name, toCsv(rows), 'text/csv');
}

/** Joins the pieces into the file that is kept for 30 days. */
export async function assembleResult(ctx: TenantContext, item: ImportItem): Promise<void> {
  const columns = item.settings.mapping.map(({ column }) => column);
  async function* pieces(): AsyncGenerator<Buffer> {
    yield Buffer.from(BYTE_ORDER_MARK + toCsv([['row', 'status', 'id', 'error', ...columns]]));
    for (let slice = 0; slice < item.slices; slice++) yield* piece(ctx, objects.resultPart(item.sk, slice));
  }
  const body = Readable.from(pieces(), { objectMode: true, highWaterMark: 1 });
  await ctx.ports.objects.put(ctx.tenantId, objects.result(item.sk), body, 'text/csv; charset=utf-8');
}

/** Nothing for a slice that a cancelled import never came to. */
async function* piece(ctx: TenantContext, name: string): AsyncGenerator<Buffer> {
  try {
    for await (const part of await ctx.ports.objects.read(ctx.tenantId, name)) yield part as Buffer;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

/** Status, id and error of a row: the error for whoever started the import, the rest the same for everybody. */
function told(item: ImportItem, outcome: Outcome | undefined): [string, string, string] {
  const { locale = 'en' } = item;
  switch (outcome?.is) {
    case 'created':
    case 'updated':
      return [outcome.is, outcome.id, ''];
    case 'skipped':
      return ['skipped', outcome.id ?? '', reasonText(outcome.reason, locale)];
    case 'failed':
      return ['failed', '', outcome.issues.map((issue) => toldOf(item, issue, locale)).join(' ')];
    default:
      return ['not_processed', '', ''];
  }
}

/** An issue under the name that its column has in the file. */
function toldOf({ settings }: ImportItem, issue: RowIssue, locale: string): string {
  const text = issueText(issue, locale);
  const column = settings.mapping.find(({ field }) => field === issue.field)?.column ?? issue.field;
  return column ? `${column}: ${text}` : text;
}
