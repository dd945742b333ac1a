import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeAtomically } from '../files/json-file';
import { LocalError } from '../local-error';

const lockSchema = z.object({ pid: z.number(), url: z.string(), runId: z.string() });

type Lock = z.infer<typeof lockSchema>;

/** What `/_local/run.json` answers, so that a lock file can be told from one that a killed run left behind. */
export const runSchema = z.object({ runId: z.string() });

/** Marks the folder as ours. Throws `LocalError` while another run works on it: two would corrupt each other's queues. */
export async function lockFolder(folder: string, own: Lock): Promise<() => Promise<void>> {
  const path = join(folder, 'running.json');
  const other = lockSchema.safeParse(await readJson(path).catch(() => undefined)).data;
  if (other && (await isRunning(other))) {
    throw new LocalError(
      `Vinculo already runs on this data, at ${other.url}: use that one, or stop it first.`,
    );
  }
  await writeAtomically(path, JSON.stringify(own));
  return () => rm(path, { force: true });
}

async function isRunning({ url, runId, pid }: Lock): Promise<boolean> {
  try {
    process.kill(pid, 0);
    const response = await fetch(`${url}/_local/run.json`, { signal: AbortSignal.timeout(2_000) });
    return runSchema.parse(await response.json()).runId === runId;
  } catch {
    return false;
  }
}
