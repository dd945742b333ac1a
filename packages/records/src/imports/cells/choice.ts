import type { Option } from '../../types/record-type';
import { issue, type Parsed } from './parsed';
import { wordsOf } from './text';

const byOptions = new WeakMap<readonly Option[], Map<string, string>>();

/** Takes an option by its value or its label in any language, whatever the case and accents. */
export function parseChoice(text: string, options: readonly Option[]): Parsed<string> {
  const value = namesOf(options).get(wordsOf(text));
  if (value !== undefined) return { value };
  return issue('option_unknown', `"${text}" is none of the options.`, {
    value: text.slice(0, 80),
    options: options.map((option) => option.value).join(', '),
  });
}

function namesOf(options: readonly Option[]): Map<string, string> {
  const known = byOptions.get(options);
  if (known) return known;
  const names = new Map<string, string>();
  // Later entries win: a value is never shadowed by another option's label.
  for (const { value, labels } of options) {
    for (const label of Object.values(labels)) names.set(wordsOf(label), value);
  }
  for (const { value } of options) names.set(wordsOf(value), value);
  byOptions.set(options, names);
  return names;
}
