import type { Item } from '@vinculo/platform/table/writes';
import * as z from 'zod';
import { dumpTable } from '../../support/dump-table';
import type { Harness } from '../../support/harness';
import type { Company } from './company';

const deniedSchema = z.object({ event: z.object({ type: z.enum(['user.denied', 'api_key.denied']) }) });

/** Everything that is stored for these companies, but for the note that somebody was refused. */
export async function stateOf(harness: Harness, companies: readonly Company[]): Promise<Item[]> {
  const owners = companies.map(({ tenantId }) => `${tenantId}#`);
  const items = await dumpTable(harness.table);
  return items
    .filter(({ pk, tenantId }) =>
      owners.some((owner) => pk.startsWith(owner) || `${String(tenantId)}#` === owner),
    )
    .filter((item) => !deniedSchema.safeParse(item).success)
    .sort((left, right) => (left.pk + left.sk < right.pk + right.sk ? -1 : 1));
}
