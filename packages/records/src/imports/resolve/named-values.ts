import type { UserContext } from '@vinculo/identity/access/user-context';
import type { RecordBehaviour } from '../../records/behaviour';
import { parseChoice } from '../cells/choice';
import type { ResolvedRow } from './resolved-row';

type Translate = (row: ResolvedRow) => ResolvedRow;

/** Replaces names of values that a capability knows, as stages, by those values; the names are read once. */
export function createNameReader(ctx: UserContext, behaviour: RecordBehaviour | undefined) {
  let translate: Promise<Translate> | undefined;
  return (): Promise<Translate> => {
    translate ??= read(ctx, behaviour);
    return translate;
  };
}

async function read(ctx: UserContext, behaviour: RecordBehaviour | undefined): Promise<Translate> {
  const named = (await behaviour?.namedValues?.(ctx)) ?? {};
  const fields = Object.entries(named).map(([field, values]) => ({
    field,
    // Names come last to first: the first of several with one name is meant.
    options: values.toReversed().map(({ value, name }) => ({ value, labels: { en: name, es: name } })),
  }));
  return (row) => {
    for (const { field, options } of fields) {
      const text = row.values[field];
      if (typeof text !== 'string') continue;
      const choice = parseChoice(text, options);
      if ('value' in choice) row.values = { ...row.values, [field]: choice.value };
      else row.issues = [...row.issues, { field, ...choice.issue }];
    }
    return row;
  };
}
