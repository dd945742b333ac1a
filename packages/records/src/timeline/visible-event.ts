import { fieldAccess } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import type { TimelineEvent } from './moment';

/**
 * An event without what the role may not see of the record (S10): hidden fields vanish from values and changes, and an
 * event that tells of nothing else vanishes too. An event `…stage_changed` tells of the field `stageId`.
 */
export function visibleEvent(
  ctx: Pick<UserContext, 'access'>,
  event: TimelineEvent,
): TimelineEvent | undefined {
  const { type, subject, data } = event;
  const isHidden = (field: string) => fieldAccess(ctx.access, subject.type, field) === 'hidden';
  const told = /\.(\w+)_changed$/.exec(type)?.[1];
  if (told && (isHidden(told) || isHidden(`${told}Id`))) return undefined;
  const without = (values: unknown) =>
    Object.fromEntries(Object.entries(values as object).filter(([field]) => !isHidden(field)));
  const shown = without(data);
  if (isObject(data.after)) shown.after = without(data.after);
  if (isObject(data.changes)) {
    shown.changes = without(data.changes);
    if (Object.keys(shown.changes as object).length === 0) return undefined;
  }
  return { ...event, data: shown };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
