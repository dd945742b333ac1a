import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Condition } from '@vinculo/records/lists/condition';
import { listRecords } from '@vinculo/records/lists/list';
import { dateIn } from '@vinculo/records/lists/relative-values';
import { namesIn } from '@vinculo/records/records/names';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import { opportunityModel } from '../catalogue';
import { toOpportunity } from '../opportunities/opportunity';
import { mayReadTotals, visibleOpportunities } from '../opportunities/visible';
import type { Stage } from '../pipelines/schema';
import { getPipeline } from '../pipelines/service';
import { isRotting } from '../rotting/rotting';
import { toRow } from '../totals/contribution';
import { readStageTotals, type StageRow } from '../totals/repository';
import type { Row } from '../totals/row';
import { baseTotal, sum, totalsByCurrency, type Valuation, valuationFor } from '../totals/valuation';
import type { BoardQuery } from './schema';

/**
 * A pipeline as columns of cards. A column that fits on its page is added up from its cards, so that a move shows at
 * once; a longer one takes its totals from those that a consumer keeps, or, for who may not read every opportunity or
 * asks for some only, from the ones that are theirs to see.
 */
export async function readBoard(ctx: UserContext, pipelineId: string, query: BoardQuery) {
  const { stages } = await getPipeline(ctx, pipelineId);
  const columns = await Promise.all(stages.map((stage) => readColumn(ctx, stage, query)));
  const [counted, names] = await Promise.all([
    countColumns(ctx, pipelineId, columns, query),
    namesIn(
      ctx,
      opportunityModel.type,
      columns.flatMap(({ items }) => items),
    ),
  ]);
  const today = dateIn(ctx.tenant.timeZone, ctx.clock.now());
  const valuation = await valuationFor(
    ctx,
    counted.flatMap(({ rows }) => rows),
    today,
  );
  return {
    columns: columns.map((column, position) => ({ ...column, ...totalsOf(counted[position], valuation) })),
    baseCurrency: valuation.base,
    rateDate: valuation.rateDate,
    names,
  };
}

interface Counted {
  rows: Row[];
  isComplete: boolean;
}

type Card = CrmRecord & { isRotting: boolean };
type Column = Awaited<ReturnType<typeof readColumn>>;

async function readColumn(ctx: UserContext, stage: Stage, query: BoardQuery) {
  const filter: Condition[] = [{ field: 'stageId', op: 'eq', value: stage.id }, ...(query.filter ?? [])];
  const page = await listRecords(ctx, opportunityModel, { filter, limit: query.perColumn });
  const now = ctx.clock.now();
  const items = page.items.map(
    (card): Card => ({ ...card, isRotting: isRotting(toOpportunity(card), stage, now) }),
  );
  return { stageId: stage.id, items, nextCursor: page.nextCursor, filter };
}

async function countColumns(
  ctx: UserContext,
  pipelineId: string,
  columns: readonly Column[],
  { filter = [] }: BoardQuery,
): Promise<Counted[]> {
  const isCut = columns.some(({ nextCursor }) => nextCursor !== null);
  const useKept = isCut && mayReadTotals(ctx) && filter.length === 0;
  const kept = useKept ? await readStageTotals(ctx, pipelineId) : undefined;
  return Promise.all(columns.map((column) => countColumn(ctx, column, kept)));
}

async function countColumn(ctx: UserContext, column: Column, kept: StageRow[] | undefined): Promise<Counted> {
  if (column.nextCursor === null) return { rows: column.items.map(rowOf), isComplete: true };
  const rows = kept?.filter(({ stageId }) => stageId === column.stageId);
  // Kept totals that know of fewer cards than there are have not caught up, as after an import.
  if (rows && sum(rows, 'count') > column.items.length) return { rows, isComplete: true };
  const { items, isComplete } = await visibleOpportunities(ctx, column.filter);
  return { rows: items.map(toRow), isComplete };
}

const rowOf = (card: Card): Row => toRow(toOpportunity(card));

function totalsOf({ rows, isComplete }: Counted = { rows: [], isComplete: true }, valuation: Valuation) {
  const totals = totalsByCurrency(rows, valuation);
  return { count: sum(rows, 'count'), totals, baseTotalMinor: baseTotal(totals), isComplete };
}
