import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { readJson, writeAtomically } from './json-file';

export interface JsonFolder<T> {
  /** In the order of their names. */
  all(): Promise<T[]>;
  get(name: string): Promise<T | undefined>;
  put(name: string, value: T): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A folder of one JSON file per thing, each replaced as a whole. Names may hold anything. */
export async function openJsonFolder<T>(folder: string, schema: z.ZodType<T>): Promise<JsonFolder<T>> {
  await mkdir(folder, { recursive: true });
  const pathOf = (name: string) => join(folder, `${encodeURIComponent(name)}.json`);

  async function get(name: string): Promise<T | undefined> {
    const content = await readJson(pathOf(name));
    return content === undefined ? undefined : schema.parse(content);
  }

  async function all(): Promise<T[]> {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
    const found = await Promise.all(files.map((file) => readJson(join(folder, file))));
    return found.filter((content) => content !== undefined).map((content) => schema.parse(content));
  }

  return {
    all,
    get,
    put: (name, value) => writeAtomically(pathOf(name), JSON.stringify(value)),
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}
