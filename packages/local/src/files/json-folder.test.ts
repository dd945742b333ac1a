import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openMessageFolder } from '../delivery/message-folder';
import { writeAtomically } from './json-file';
import { openJsonFolder } from './json-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinculo-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openJsonFolder', () => {
  const open = () => openJsonFolder(folder, z.object({ value: z.number() }));

  it('keeps what was put for the next run, under any name', async () => {
    const names = ['ten_1/reminder#act_1', '..', 'a b', 'ñ%2F'];
    const files = await open();
    for (const [value, name] of names.entries()) await files.put(name, { value });
    const reopened = await open();
    for (const [value, name] of names.entries()) expect(await reopened.get(name)).toEqual({ value });
    expect(await reopened.all()).toHaveLength(names.length);
    expect(readdirSync(folder)).toHaveLength(names.length);
  });

  it('forgets what was removed, and minds none that is absent', async () => {
    const files = await open();
    await files.put('a', { value: 1 });
    await files.remove('a');
    await files.remove('a');
    expect(await files.get('a')).toBeUndefined();
  });

  it('overlooks what a crash left half-written', async () => {
    const files = await open();
    await files.put('a', { value: 1 });
    writeFileSync(join(folder, 'a.json.5f0c.tmp'), '{"value":');
    expect(await (await open()).all()).toEqual([{ value: 1 }]);
  });
});

describe('writeAtomically', () => {
  it('leaves the old content and no draft when writing fails', async () => {
    const path = join(folder, 'kept.json');
    await writeAtomically(path, 'old');
    await expect(writeAtomically(join(path, 'below-a-file.json'), 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });
});

describe('openMessageFolder', () => {
  it('gives a restarted queue its messages in the order they were sent', async () => {
    const store = await openMessageFolder(folder);
    const aMessage = (id: string, sentAtMs: number) => ({
      ...{ id, sentAtMs, body: id, groupId: 'ten_1', visibleAtMs: sentAtMs, receiveCount: 0 },
      onSettled: () => {},
    });
    await store.save(aMessage('b', 1));
    await store.save(aMessage('a', 2));
    await store.save(aMessage('gone', 3));
    await store.remove('gone');
    const restarted = await openMessageFolder(folder);
    expect((await restarted.load()).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
