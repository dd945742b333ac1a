import type { RecordType } from '../../types/record-type';
import { cleaned, meansNothing, wordsOf } from '../cells/text';
import { shareThatFits } from './shapes';
import { SYNONYMS } from './synonyms';
import type { Target } from './targets';

export interface ColumnGuess {
  column: string;
  /** The key of a target, or null for a column that stays out. */
  field: string | null;
}

/** Below this a column stays unmapped: leaving one out is seen at once, a wrong one is not. */
const THRESHOLD = 0.5;

/**
 * Guesses what each column holds from its name, in two languages, and the shape of its values. `remembered` holds what
 * the tenant mapped columns of these names to before, which outweighs everything else.
 */
export function guessMapping(
  type: RecordType,
  targets: readonly Target[],
  columns: readonly string[],
  rows: readonly string[][],
  remembered: Readonly<Record<string, string>> = {},
): ColumnGuess[] {
  const samples = columns.map((_, position) => valuesOf(rows, position));
  const shares = columns.map((_, position) => createShareOf(samples[position] ?? [], type));
  const candidates = columns.flatMap((column, position) =>
    targets.map((target) => ({
      position,
      target,
      score:
        remembered[wordsOf(column)] === target.key
          ? 3
          : scoreOf(column, samples[position] ?? [], target, shares[position]?.(target)),
    })),
  );
  const chosen = new Map<number, Target>();
  const taken = new Set<string>();
  for (const { position, target, score } of candidates.toSorted((left, right) => right.score - left.score)) {
    if (score < THRESHOLD || chosen.has(position) || taken.has(target.key)) continue;
    chosen.set(position, target);
    taken.add(target.key);
  }
  joinNames(chosen, samples, targets);
  return columns.map((column, position) => ({ column, field: chosen.get(position)?.key ?? null }));
}

/** Whether a cell of the first row is the name of something that a column can hold. */
export function isColumnName(targets: readonly Target[], cell: string): boolean {
  const words = nameWords(cell);
  return words !== '' && targets.some((target) => nameScore(words, target) >= 1);
}

function scoreOf(column: string, values: string[], target: Target, share: number | undefined): number {
  const name = nameScore(nameWords(column), target);
  if (target.kind === 'id') return share === 1 ? 2 : 0;
  if (share === undefined) return name;
  if (share < 0.3) return name >= 1 && values.length < 3 ? name : 0;
  if (name > 0) return name + share * 0.4;
  // Only these shapes are unmistakable without a name.
  const isPlain = target.label === undefined && target.part === undefined;
  return (target.kind === 'emails' || target.kind === 'url') && isPlain && share > 0.9 ? 0.5 : 0;
}

function nameScore(words: string, target: Target): number {
  if (words === '') return 0;
  const own = [target.key.replaceAll('.', ' '), ...Object.values(target.labels)].map(nameWords);
  if (own.includes(words) || own.some((name) => name === `${words}s` || `${name}s` === words)) return 1.2;
  const synonyms = (SYNONYMS[target.key] ?? []).map(nameWords);
  // Earlier synonyms are the closer ones.
  const exact = synonyms.indexOf(words);
  if (exact >= 0) return 1.1 - exact / 200;
  const known = [...own, ...synonyms].filter((name) => name.length > 3);
  const isPart = known.some((name) => ` ${words} `.includes(` ${name} `));
  return isPart ? 0.6 : 0;
}

/** Targets that are read alike are tried once a column. */
function createShareOf(values: readonly string[], type: RecordType) {
  const known = new Map<string, number | undefined>();
  return (target: Target): number | undefined => {
    const key = target.kind.endsWith('elect') ? target.field : target.kind;
    if (!known.has(key)) known.set(key, shareThatFits(values, target, type));
    return known.get(key);
  };
}

/** The words of a name, with the spellings that differ most in one. */
function nameWords(name: string): string {
  return wordsOf(name).replace(/\be mail/g, 'email');
}

/** "Nombre" is a first name beside a last name, and a whole name alone. */
function joinNames(chosen: Map<number, Target>, samples: string[][], targets: readonly Target[]): void {
  const keys = new Set([...chosen.values()].map(({ key }) => key));
  const fullName = targets.find(({ kind }) => kind === 'fullName');
  const firstName = targets.find(({ key }) => key === 'firstName');
  const find = (key: string) => [...chosen].find(([, target]) => target.key === key)?.[0];
  if (keys.has('lastName') && keys.has('fullName') && !keys.has('firstName') && firstName) {
    const position = find('fullName');
    if (position !== undefined) chosen.set(position, firstName);
  }
  if (!keys.has('lastName') && !keys.has('fullName') && keys.has('firstName') && fullName) {
    const position = find('firstName') ?? -1;
    const values = samples[position] ?? [];
    const long = values.filter((value) => /\S\s+\S/.test(value)).length;
    if (long > values.length * 0.6) chosen.set(position, fullName);
  }
}

function valuesOf(rows: readonly string[][], position: number): string[] {
  return rows
    .map((row) => cleaned((row[position] ?? '').slice(0, 300)))
    .filter((value) => !meansNothing(value))
    .slice(0, 100);
}
