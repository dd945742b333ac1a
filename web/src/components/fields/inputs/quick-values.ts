import type { RecordTypeInfo } from '@vinculo/client/types';

/**
 * The values of a new record that is only known by what somebody typed: `Acme` for an account, `Ana García López`
 * for a person. `undefined` where the type needs more than a name.
 */
export function quickValues(
  info: Pick<RecordTypeInfo, 'title' | 'fields' | 'requireOneOf'>,
  text: string,
): Record<string, unknown> | undefined {
  const [first, second] = info.title;
  if (first === undefined) return undefined;
  const words = text.trim().split(/\s+/).filter(Boolean);
  const rest = words.slice(1).join(' ');
  const values =
    second === undefined
      ? { [first]: words.join(' ') }
      : { [first]: words[0], ...(rest ? { [second]: rest } : {}) };
  const needed = Object.entries(info.fields).filter(([name, field]) => field.isRequired && !(name in values));
  const groups = info.requireOneOf ?? [];
  const isEnough = groups.every((group) => group.some((name) => name in values));
  return words.length > 0 && needed.length === 0 && isEnough ? values : undefined;
}
