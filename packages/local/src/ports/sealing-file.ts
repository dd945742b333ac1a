import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sealing } from '@vinculo/platform/ports/sealing';
import { newKeyRing, parseKeyRing } from '@vinculo/platform/secrets/key-ring';
import { writeAtomically } from '../files/json-file';

/**
 * Keeps the key ring in the data folder, made at the first start, for its owner's eyes only. A file that cannot be read
 * is an error: a new one in its place would leave everything sealed for good.
 */
export function openSealingFile(folder: string): Sealing {
  const path = join(folder, 'sealing-keys.json');
  let made: Promise<string> | undefined;
  const readOrMake = async () => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      const content = newKeyRing();
      await writeAtomically(path, content, { mode: 0o600 });
      return content;
    }
  };
  return {
    async ring({ renewed } = { renewed: false }) {
      if (!made || renewed) made = readOrMake();
      return parseKeyRing(await made);
    },
  };
}
