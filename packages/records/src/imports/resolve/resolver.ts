import type { UserContext } from '@vinculo/identity/access/user-context';
import type { Catalogue, RecordModel } from '../../types/catalogue';
import type { Field } from '../../types/record-type';
import { writableFields } from '../../types/schema';
import type { ParsedRow } from '../cells/parse-row';
import { createColleagueFinder } from './colleagues';
import { createNameReader } from './named-values';
import { type Answer, createReferenceFinder } from './references';
import type { ResolvedRow } from './resolved-row';

export interface Resolver {
  /** Looks up what all these rows name, in as few reads as possible. */
  resolve(rows: ParsedRow[]): Promise<ResolvedRow[]>;
}

export function createResolver(
  ctx: UserContext,
  catalogue: Catalogue,
  { type, behaviour }: RecordModel,
  options: { importId: string; createMissing: boolean },
): Resolver {
  const fields = writableFields(type);
  const references = createReferenceFinder(ctx, catalogue, options);
  const colleagues = createColleagueFinder(ctx);
  const readNames = createNameReader(ctx, behaviour);

  async function answersFor(field: Field, texts: string[]): Promise<Map<string, Answer>> {
    if (field.kind === 'reference') return references.find(field, texts);
    const find = field.kind === 'team' ? colleagues.findTeam : colleagues.findUser;
    return new Map(await Promise.all(texts.map(async (text) => [text, await find(text)] as const)));
  }

  async function resolve(rows: ParsedRow[]): Promise<ResolvedRow[]> {
    const texts = new Map<string, Set<string>>();
    for (const { lookups } of rows) {
      for (const { field, text } of lookups) texts.set(field, (texts.get(field) ?? new Set()).add(text));
    }
    const answers = new Map<string, Map<string, Answer>>();
    for (const [name, wanted] of texts) {
      const field = fields[name];
      if (field) answers.set(name, await answersFor(field, [...wanted]));
    }
    const withNames = await readNames();
    return rows.map((row) => withNames(withAnswers(row, answers)));
  }

  return { resolve };
}

function withAnswers(row: ParsedRow, answers: Map<string, Map<string, Answer>>): ResolvedRow {
  const resolved: ResolvedRow = { ...row, missing: [] };
  if (row.lookups.length === 0) return resolved;
  resolved.values = { ...row.values };
  resolved.issues = [...row.issues];
  for (const { field, key, text } of row.lookups) {
    const answer = answers.get(field)?.get(text);
    if (!answer) continue;
    if ('issue' in answer) resolved.issues.push({ field: key, ...answer.issue });
    else {
      resolved.values[field] = answer.id;
      if (answer.missing) resolved.missing.push(answer.missing);
    }
  }
  return resolved;
}
