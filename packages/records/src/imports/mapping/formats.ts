import type { UserContext } from '@vinculo/identity/access/user-context';
import { type DateOrder, guessDateOrder } from '../cells/date';
import { type DecimalSign, guessDecimal } from '../cells/number';
import { cleaned } from '../cells/text';
import type { Target } from './targets';

/** How the cells of a column are to be read where their form leaves it open. */
export interface ColumnFormat {
  dateFormat?: DateOrder;
  decimal?: DecimalSign;
}

const NUMERIC = new Set<Target['kind']>(['number', 'integer', 'money']);
const DATED = new Set<Target['kind']>(['date', 'dateTime']);

/** Guesses the order of dates and the decimal sign of a column; where its values don't tell, the tenant's habits do. */
export function guessFormat(
  ctx: Pick<UserContext, 'tenant'>,
  target: Target | undefined,
  values: readonly string[],
): ColumnFormat {
  if (!target) return {};
  const texts = values.map((value) => cleaned(value.slice(0, 300))).filter((text) => text !== '');
  if (DATED.has(target.kind)) return { dateFormat: guessDateOrder(texts, usualDateOrder(ctx)) };
  return NUMERIC.has(target.kind) ? { decimal: guessDecimal(texts, usualDecimal(ctx)) } : {};
}

/** Month first is a habit of the United States; the currency tells more of a company than its language. */
function usualDateOrder({ tenant }: Pick<UserContext, 'tenant'>): DateOrder {
  return tenant.currency === 'USD' && tenant.locale.startsWith('en') ? 'mdy' : 'dmy';
}

/** Mexico and Central America write decimals with a point. */
const POINT_CURRENCIES = new Set(['MXN', 'GTQ', 'HNL', 'NIO', 'DOP', 'PAB', 'USD', 'PEN']);

function usualDecimal({ tenant }: Pick<UserContext, 'tenant'>): DecimalSign {
  return tenant.locale.startsWith('es') && !POINT_CURRENCIES.has(tenant.currency) ? ',' : '.';
}
