import { issue, type Parsed } from './parsed';
import { wordsOf } from './text';

const YES = new Set(['true', 'yes', 'y', '1', 'x', 'si', 's', 'verdadero', 'on', 'checked', 'v']);
const NO = new Set(['false', 'no', 'n', '0', 'falso', 'off', 'unchecked', 'f']);

export function parseBoolean(text: string): Parsed<boolean> {
  const word = wordsOf(text) || text;
  if (YES.has(word) || text === '✓') return { value: true };
  if (NO.has(word)) return { value: false };
  return issue('boolean_invalid', `"${text}" is neither yes nor no.`, { value: text.slice(0, 80) });
}
