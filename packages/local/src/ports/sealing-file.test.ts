import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSealingFile } from './sealing-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinculo-sealing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openSealingFile', () => {
  it('makes one ring, for its owner only, and finds it again at the next start', async () => {
    const sealing = openSealingFile(folder);
    const [ring, again] = await Promise.all([sealing.ring(), sealing.ring()]);
    expect(again).toEqual(ring);
    expect(await openSealingFile(folder).ring()).toEqual(ring);
    expect(statSync(join(folder, 'sealing-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('does not put a new ring in the place of one that cannot be read', async () => {
    writeFileSync(join(folder, 'sealing-keys.json'), '{"current":');
    await expect(openSealingFile(folder).ring()).rejects.toThrow();
    await expect(openSealingFile(folder).ring()).rejects.toThrow();
  });
});
