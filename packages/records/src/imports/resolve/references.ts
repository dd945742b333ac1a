import type { UserContext } from '@vinculo/identity/access/user-context';
import { isIdOf } from '@vinculo/platform/ids';
import { folded } from '../../lists/sort-key';
import type { RecordItem } from '../../records/item';
import { recordKey } from '../../records/keys';
import { canReach, levelOf } from '../../records/reach';
import type { Catalogue, RecordModel } from '../../types/catalogue';
import type { Field, RecordValues } from '../../types/record-type';
import { recordSchemas } from '../../types/schema';
import type { CellIssue } from '../cells/parsed';
import { createdId } from '../record-ids';
import { findByUniqueValues } from './match-by';
import { createTitleFinder } from './titles';

/** A record that a column names, that does not exist and that the import may create. */
export interface MissingRecord {
  model: RecordModel;
  id: string;
  values: RecordValues;
}

export type Answer = { id: string; missing?: MissingRecord } | { issue: CellIssue };

type ReferenceField = Extract<Field, { kind: 'reference' }>;

interface Options {
  importId: string;
  createMissing: boolean;
}

/** Answers what texts in reference columns stand for: an id of ours, a unique value, a whole name or an e-mail. */
export function createReferenceFinder(ctx: UserContext, catalogue: Catalogue, options: Options) {
  const titleFinders = new Map<string, ReturnType<typeof createTitleFinder>>();

  async function find(field: ReferenceField, texts: readonly string[]): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>();
    const models = field.to.flatMap((name) => catalogue.find(name) ?? []);
    const unknown = () => [...new Set(texts)].filter((text) => !answers.has(text));
    await findIds(answers, models, unknown());
    for (const model of models) await findUnique(answers, model, unknown());
    for (const model of models) await findTitles(answers, model, unknown());
    const [first] = models;
    if (first && models.length === 1) await offerMissing(answers, first, unknown());
    for (const text of unknown()) answers.set(text, notFound(text));
    return answers;
  }

  async function findIds(answers: Map<string, Answer>, models: RecordModel[], texts: string[]) {
    const ids = texts.filter((text) => models.some(({ type }) => isIdOf(type.idPrefix, text)));
    const items = await ctx.table.batchGet<RecordItem>(ids.map(recordKey));
    for (const item of items) {
      const model = models.find(({ type }) => type.name === item.type);
      const isShown = model && !item.deletedAt && canReach(ctx, model.type, 'read', item);
      if (isShown) answers.set(item.pk, { id: item.pk });
    }
  }

  async function findUnique(answers: Map<string, Answer>, { type }: RecordModel, texts: string[]) {
    for (const field of type.indexes.unique ?? []) {
      const found = await findByUniqueValues(ctx, type, field, texts);
      for (const [text, id] of found) answers.set(text, { id });
    }
  }

  async function findTitles(answers: Map<string, Answer>, { type }: RecordModel, texts: string[]) {
    const finder = titleFinders.get(type.name) ?? createTitleFinder(ctx, type);
    titleFinders.set(type.name, finder);
    const titles = await finder.find(texts);
    for (const text of texts) {
      const [id, ...others] = titles.get(folded(text)) ?? [];
      if (id !== undefined) answers.set(text, others.length > 0 ? ambiguous(text) : { id });
    }
  }

  /** Only a type that a name alone makes complete can be created from one. */
  async function offerMissing(answers: Map<string, Answer>, model: RecordModel, texts: string[]) {
    const [title, ...more] = model.type.title;
    if (!options.createMissing || title === undefined || more.length > 0) return;
    if (levelOf(ctx, model.type, 'create') === 'none') return;
    const offers = texts.flatMap((text) => {
      const values = recordSchemas(model.type).create.safeParse({ [title]: text });
      const id = createdId(model.type.idPrefix, options.importId, folded(text));
      return values.success ? [{ text, missing: { model, id, values: values.data } }] : [];
    });
    // A slice before this one may have created it, under the same id.
    const there = await ctx.table.batchGet(
      [...new Set(offers.map(({ missing }) => missing.id))].map(recordKey),
      { consistent: true },
    );
    const existing = new Set(there.map(({ pk }) => pk));
    for (const { text, missing } of offers) {
      answers.set(text, existing.has(missing.id) ? { id: missing.id } : { id: missing.id, missing });
    }
  }

  return { find };
}

function notFound(text: string): Answer {
  const params = { value: text.slice(0, 80) };
  return { issue: { code: 'reference.not_found', detail: `Nothing is called "${text}".`, params } };
}

function ambiguous(text: string): Answer {
  const params = { value: text.slice(0, 80) };
  return { issue: { code: 'reference.ambiguous', detail: `Several are called "${text}".`, params } };
}
