import { invalidInput } from '@vinculo/platform/errors';
import { matchesPattern } from '@vinculo/platform/events/pattern';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { SYSTEM_FIELDS } from '@vinculo/records/types/system-fields';
import type { WebhookEventType, WebhookFilter } from './schema';

const VERBS = ['created', 'updated', 'deleted', 'restored'] as const;
const WITH_FIELDS: readonly string[] = ['created', 'updated'];
export const RECORDS_IMPORTED = 'records.imported';

/** Everything that an endpoint can be sent: what happens to records. */
export function webhookEventTypes({ models }: Catalogue): WebhookEventType[] {
  const ofTypes = models.flatMap(({ type: { name, events = [] } }) =>
    [...VERBS, ...events].map((verb) => ({
      type: `${name}.${verb}`,
      recordType: name,
      hasFields: WITH_FIELDS.includes(verb),
    })),
  );
  return [...ofTypes, { type: RECORDS_IMPORTED, recordType: '*', hasFields: false }];
}

/** Whether an event of the type could pass, before anything of it is looked at. */
export function mayTake(filters: readonly WebhookFilter[], type: string): boolean {
  return filters.some((filter) => matchesPattern(filter.type, type));
}

/** Whether one of the filters takes an event that set or changed these fields. */
export function isTaken(
  filters: readonly WebhookFilter[],
  { type, fields }: { type: string; fields: readonly string[] },
): boolean {
  return filters.some(
    (filter) =>
      matchesPattern(filter.type, type) &&
      (filter.fields === undefined || filter.fields.some((field) => fields.includes(field))),
  );
}

/** Throws 422 for a filter that no event could pass: it is a slip of the pen, and would never be noticed. */
export function requireUsefulFilters(catalogue: Catalogue, filters: readonly WebhookFilter[]): void {
  const types = webhookEventTypes(catalogue);
  const errors = filters.flatMap((filter, position) => {
    const taken = types.filter(({ type }) => matchesPattern(filter.type, type));
    const pointer = `/filters/${position}`;
    if (taken.length === 0)
      return [{ pointer: `${pointer}/type`, code: 'event.unknown', detail: 'There is no such event.' }];
    const known = new Set(
      taken.filter(({ hasFields }) => hasFields).flatMap((one) => fieldsOf(catalogue, one)),
    );
    return (filter.fields ?? []).flatMap((field, place) =>
      known.has(field)
        ? []
        : [
            {
              pointer: `${pointer}/fields/${place}`,
              code: 'field.unknown',
              detail: 'No event of this filter tells of such a field.',
            },
          ],
    );
  });
  if (errors.length > 0) throw invalidInput(errors);
}

function fieldsOf(catalogue: Catalogue, { recordType }: WebhookEventType): string[] {
  return [...Object.keys(catalogue.model(recordType).type.fields), ...Object.keys(SYSTEM_FIELDS)];
}
