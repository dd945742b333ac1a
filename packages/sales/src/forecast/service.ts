import type { UserContext } from '@vinculo/identity/access/user-context';
import { ForbiddenError } from '@vinculo/platform/errors';
import type { Condition } from '@vinculo/records/lists/condition';
import { dateIn } from '@vinculo/records/lists/relative-values';
import { levelOf } from '@vinculo/records/records/reach';
import type { Opportunity } from '../opportunities/opportunity';
import { opportunityType } from '../opportunities/type';
import { hides, mayReadTotals, visibleOpportunities } from '../opportunities/visible';
import type { Pipeline } from '../pipelines/schema';
import { getPipeline } from '../pipelines/service';
import { monthOf, toRow } from '../totals/contribution';
import { type MonthRow, readMonthTotals } from '../totals/repository';
import { valuationFor } from '../totals/valuation';
import { monthsFrom } from './months';
import type { Forecast, ForecastQuery } from './schema';
import { monthSums } from './sums';

/** What the sums are made of: a role that may not see one of these may not see the sums either (S10). */
const ADDED_UP = ['amount', 'probability', 'expectedCloseOn', 'closedOn', 'stageId'] as const;

/**
 * What a pipeline should bring and has brought, month by month. Open opportunities count in the month they should
 * close, at today's rates; won ones in the month they were won, at the rate frozen then, so that the past never moves.
 */
export async function readForecast(
  ctx: UserContext,
  pipelineId: string,
  query: ForecastQuery,
): Promise<Forecast> {
  if (levelOf(ctx, opportunityType, 'read') === 'none' || ADDED_UP.some((field) => hides(ctx, field))) {
    throw new ForbiddenError();
  }
  const pipeline = await getPipeline(ctx, pipelineId);
  const today = dateIn(ctx.tenant.timeZone, ctx.clock.now());
  const months = monthsFrom(query.from ?? today.slice(0, 7), query.months);
  const { rows, isComplete } = await rowsOf(ctx, pipeline, months);
  const valuation = await valuationFor(ctx, rows, today);
  const sums = months.map((month) => monthSums(month, rows, valuation));
  return {
    currency: valuation.base,
    rateDate: valuation.rateDate,
    rates: [...valuation.rates].map(([currency, { rate, date }]) => ({ currency, rate, date })),
    months: sums.map(({ total }) => total),
    unconverted: sums.flatMap(({ unconverted }) => unconverted),
    isComplete,
  };
}

async function rowsOf(
  ctx: UserContext,
  pipeline: Pipeline,
  months: string[],
): Promise<{ rows: MonthRow[]; isComplete: boolean }> {
  const first = months[0] ?? '';
  const last = months.at(-1) ?? '';
  if (mayReadTotals(ctx)) {
    return { rows: await readMonthTotals(ctx, pipeline.id, first, last), isComplete: true };
  }
  const { items, isComplete } = await visibleOpportunities(ctx, filterFor(ctx, pipeline));
  const rows = items.flatMap((opportunity) => monthRow(opportunity, first, last));
  return { rows, isComplete };
}

/** Their own opportunities have an index; those of a team are found by the stages. */
function filterFor(ctx: UserContext, { id, stages }: Pipeline): Condition[] {
  if (levelOf(ctx, opportunityType, 'read') === 'own') return [{ field: 'pipelineId', op: 'eq', value: id }];
  const counted = stages.filter(({ kind }) => kind !== 'lost').map((stage) => stage.id);
  return [{ field: 'stageId', op: 'in', value: counted }];
}

function monthRow(opportunity: Opportunity, first: string, last: string): MonthRow[] {
  const month = monthOf(opportunity);
  if (month === undefined || month < first || month > last) return [];
  return [{ month, ...toRow(opportunity) }];
}
