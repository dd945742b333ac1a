import type { UserContext } from '@vinculo/identity/access/user-context';
import { refused } from '@vinculo/platform/errors';
import type { Change, Companions, RecordBehaviour } from '@vinculo/records/records/behaviour';
import { toLead } from './lead';

/** `converted` is the mark of a conversion: nobody sets it by hand, and nothing takes it off. */
export const leadBehaviour: RecordBehaviour = { prepare };

async function prepare(_ctx: UserContext, change: Change): Promise<Companions> {
  const after = toLead(change.after);
  const wasConverted = change.before ? toLead(change.before).status === 'converted' : false;
  const isConverted = after.status === 'converted';
  if (isConverted && !wasConverted && after.convertedAt === undefined) {
    throw refused('/status', 'lead.convert_only', 'A lead becomes converted by converting it.');
  }
  if (wasConverted && !isConverted) {
    throw refused('/status', 'lead.converted', 'This lead has been converted.');
  }
  return {};
}
