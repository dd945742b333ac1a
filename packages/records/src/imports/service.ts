import type { UserContext } from '@vinculo/identity/access/user-context';
import { ForbiddenError, InvalidError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { newId } from '@vinculo/platform/ids';
import type { Item } from '@vinculo/platform/table/writes';
import { findFile } from '../files/service';
import { levelOf } from '../records/reach';
import type { Catalogue } from '../types/catalogue';
import type { RecordType } from '../types/record-type';
import {
  type ImportItem,
  type ImportSettings,
  type MappingEntry,
  NO_TALLY,
  type SampleItem,
  toImport,
} from './items';
import { importKey, memoryKey, sampleKey } from './keys';
import { allowedTargets } from './mapping/targets';
import { type FileLook, lookAtFile } from './reading/look-at-file';
import { changeImport, keptUntil } from './repository';
import { matchFields } from './resolve/match-by';
import { readOwn, requireEditable } from './rights';
import type { Import, ImportChanges } from './schema';
import { changedMapping, guessReading, requireMatch, requireReadable, usualMatch } from './settings';

const SAMPLE_ROWS = 20;

/** Looks at an uploaded file and guesses how to import it. Throws 404 without the file, 422 when nothing is in it. */
export async function createImport(
  ctx: UserContext,
  catalogue: Catalogue,
  input: { type: string; fileId: string },
): Promise<Import> {
  const type = typeNamed(ctx, catalogue, input.type);
  const file = await findFile(ctx, input.fileId);
  if (file.size === 0) throw new InvalidError('import.empty', 'There is nothing in the file.');
  const look = await lookAtFile(ctx, input.fileId, file.size);
  const { width, ...reading } = guessReading(ctx, type, look, await remembered(ctx, type));
  const now = ctx.clock.now();
  const id = newId('imp', now);
  const item: ImportItem = {
    ...importKey(id),
    ...NO_TALLY,
    kind: 'import',
    version: 1,
    recordType: type.name,
    status: 'draft',
    fileId: input.fileId,
    fileName: file.name,
    fileSize: file.size,
    settings: {
      ...reading,
      mode: 'create',
      matchBy: usualMatch(type, reading.mapping),
      onDuplicate: 'skip',
      createMissing: false,
    },
    width,
    check: 0,
    fixSet: 0,
    slices: 0,
    checkedBytes: 0,
    createdAt: now.toISOString(),
    createdBy: ctx.actor.id,
    expiresAt: keptUntil(ctx),
  };
  const sample = sampleOf(ctx, id, look, item.settings);
  await commit(ctx, [{ put: item, if: 'absent' }, { put: sample }], [], [{ type: 'import', id }]);
  return shown(ctx, type, item, sample);
}

export async function getImport(ctx: UserContext, catalogue: Catalogue, id: string): Promise<Import> {
  const item = await readOwn(ctx, id);
  const sample = await ctx.table.get<SampleItem>(sampleKey(id));
  return shown(ctx, catalogue.model(item.recordType).type, item, sample);
}

/**
 * Changes how a file is read or what becomes of its rows; it must be checked again then. A change of what cells mean
 * forgets people's fixes. Throws 409 once it has started, 422 naming what can't be.
 */
export async function updateImport(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  changes: ImportChanges,
): Promise<Import> {
  const item = await readOwn(ctx, id);
  requireEditable(item);
  const { type } = catalogue.model(item.recordType);
  requireReadable(changes);
  const reading = await readAgain(ctx, type, item, changes);
  const sample = reading.sample ?? (await ctx.table.get<SampleItem>(sampleKey(id)));
  const mapping = changes.mapping
    ? changedMapping(ctx, type, reading.settings.mapping, changes.mapping, sample?.rows ?? [])
    : reading.settings.mapping;
  const settings = withRules(type, { ...reading.settings, mapping }, changes);
  requireMatch(type, settings);
  const meansOther = reading.sample || JSON.stringify(mapping) !== JSON.stringify(item.settings.mapping);
  const fixSet = item.fixSet + (meansOther ? 1 : 0);
  const changed = await changeImport(ctx, item, {
    set: { ...NO_TALLY, settings, width: reading.width, status: 'draft', fixSet },
    remove: ['failure'],
    ...(reading.sample ? { writes: [{ put: reading.sample }] } : {}),
  });
  return shown(ctx, type, changed, sample);
}

/** Looks at the file again when it is to be read differently; a mapping holds as long as the columns are the same. */
async function readAgain(
  ctx: UserContext,
  type: RecordType,
  item: ImportItem,
  changes: ImportChanges,
): Promise<{ settings: ImportSettings; width: number; sample?: SampleItem }> {
  const { settings, width } = item;
  const { encoding, delimiter, hasHeader } = { ...settings, ...defined(changes) };
  const isSame =
    encoding === settings.encoding && delimiter === settings.delimiter && hasHeader === settings.hasHeader;
  if (isSame) return { settings, width };
  const look = await lookAtFile(ctx, item.fileId, item.fileSize, { encoding, delimiter });
  const guess = guessReading(ctx, type, look, await remembered(ctx, type), hasHeader);
  const hasSameColumns = namesOf(guess.mapping) === namesOf(settings.mapping);
  const { width: guessedWidth, ...reading } = guess;
  const next = { ...settings, ...reading, ...(hasSameColumns ? { mapping: settings.mapping } : {}) };
  return { settings: next, width: guessedWidth, sample: sampleOf(ctx, item.sk, look, next) };
}

function namesOf(mapping: readonly MappingEntry[]): string {
  return JSON.stringify(mapping.map(({ column }) => column));
}

/** With the rules that were named; who named no match field gets the usual one when the old one lost its column. */
function withRules(type: RecordType, settings: ImportSettings, changes: ImportChanges): ImportSettings {
  const { mode, matchBy, onDuplicate, createMissing } = { ...settings, ...defined(changes) };
  const isFilled = settings.mapping.some(({ field }) => field?.split('.')[0] === matchBy);
  const keepsMatch = changes.matchBy !== undefined || isFilled;
  return {
    ...settings,
    mode,
    onDuplicate,
    createMissing,
    matchBy: keepsMatch ? matchBy : usualMatch(type, settings.mapping),
  };
}

function defined<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function typeNamed(ctx: UserContext, catalogue: Catalogue, name: string): RecordType {
  const type = catalogue.find(name)?.type;
  if (!type) {
    throw new InvalidError('import.unknown_type', 'There is no such record type.', {
      errors: [{ pointer: '/type', code: 'import.unknown_type', detail: 'There is no such record type.' }],
    });
  }
  const canWrite = levelOf(ctx, type, 'create') !== 'none' || levelOf(ctx, type, 'update') !== 'none';
  if (!canWrite) throw new ForbiddenError();
  return type;
}

function sampleOf(ctx: UserContext, id: string, look: FileLook, { hasHeader }: ImportSettings): SampleItem {
  const rows = look.rows
    .slice(hasHeader ? 1 : 0)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .slice(0, SAMPLE_ROWS)
    .map((row) => row.map((cell) => cell.slice(0, 200)));
  return { ...sampleKey(id), kind: 'import-sample', rows, expiresAt: keptUntil(ctx) };
}

function shown(ctx: UserContext, type: RecordType, item: ImportItem, sample: SampleItem | undefined): Import {
  const targets = allowedTargets(ctx, type).map(({ key, field, kind, labels }) => ({
    key,
    field,
    kind,
    labels,
  }));
  return { ...toImport(item), sample: sample?.rows ?? [], targets, matchFields: matchFields(type) };
}

interface MemoryItem extends Item {
  kind: 'import-memory';
  /** Keys of targets by the words of column names. */
  fields: Record<string, string>;
}

async function remembered(ctx: UserContext, type: RecordType): Promise<Record<string, string>> {
  return (await ctx.table.get<MemoryItem>(memoryKey(type.name)))?.fields ?? {};
}
