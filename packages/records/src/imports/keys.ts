import type { Key } from '@vinculo/platform/table/writes';

/**
 * Access patterns: all imports of a tenant, newest first, in one partition; what belongs to one import by its id: its
 * sample, layout, invalid rows, fixes, and of each slice its chunks and its end.
 */
export const IMPORTS = 'imports';

export const importKey = (id: string): Key => ({ pk: IMPORTS, sk: id });
export const sampleKey = (id: string): Key => ({ pk: id, sk: 'sample' });
export const layoutKey = (id: string): Key => ({ pk: id, sk: 'layout' });

export const invalidRows = (check: number): string => `row#${check}#`;
export const invalidRowKey = (id: string, check: number, row: number): Key => ({
  pk: id,
  sk: invalidRows(check) + padded(row),
});

export const fixes = (set: number): string => `fix#${set}#`;
export const fixKey = (id: string, set: number, row: number): Key => ({
  pk: id,
  sk: fixes(set) + padded(row),
});

export const sliceKey = (id: string, slice: number): Key => ({ pk: id, sk: `slice#${padded(slice)}` });
export const chunksOf = (slice: number): string => `chunk#${padded(slice)}#`;
export const chunkKey = (id: string, slice: number, chunk: number): Key => ({
  pk: id,
  sk: chunksOf(slice) + padded(chunk),
});

export const undoneKey = (id: string, slice: number): Key => ({ pk: id, sk: `undone#${padded(slice)}` });
export const CONFLICTS = 'conflict#';
export const conflictKey = (id: string, row: number, recordId: string): Key => ({
  pk: id,
  sk: `${CONFLICTS}${padded(row)}#${recordId}`,
});

/** What a tenant mapped columns to before, by type. */
export const memoryKey = (type: string): Key => ({ pk: 'import-memory', sk: type });

export const objects = {
  rows: (id: string) => `imports/${id}/rows.ndjson`,
  plan: (id: string, slice: number) => `imports/${id}/plan/${padded(slice)}.json`,
  resultPart: (id: string, slice: number) => `imports/${id}/result/${padded(slice)}.csv`,
  result: (id: string) => `imports/${id}/result.csv`,
};

export function padded(number: number): string {
  return String(number).padStart(8, '0');
}
