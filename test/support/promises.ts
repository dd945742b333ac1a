import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A row of the tables in `docs/security.md` and `docs/reliability.md`. */
export interface Promised {
  id: string;
  /** Files of tests that show it; none when the row says what is open instead. */
  tests: string[];
  isOpen: boolean;
}

/** Reads the rows `| T1 | what is promised | files of tests |` of a document. */
export async function promisesOf(document: string): Promise<Promised[]> {
  const text = await readFile(resolve(root, document), 'utf8');
  return [...text.matchAll(/^\| ([TSDPQ]\d+) \| .+ \| (.+) \|$/gm)].map(([, id = '', shownBy = '']) => ({
    id,
    tests: [...shownBy.matchAll(/`([^`]+\.test\.tsx?)`/g)].map(([, file = '']) => file),
    isOpen: /\bopen\b/i.test(shownBy),
  }));
}

/** Whether a test in this file is named by the requirement. */
export async function names(file: string, id: string): Promise<boolean> {
  const source = await readFile(resolve(root, file), 'utf8').catch(() => '');
  return new RegExp(`\\((?:[TSDPQ]\\d+, )*${id}(?:, [TSDPQ]\\d+)*\\)`).test(source);
}
