import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeAtomically } from '../files/json-file';
import { LocalError } from '../local-error';

const runSchema = z.object({
  pid: z.number(),
  url: z.string(),
  runId: z.string(),
  /** Of its engine, once that has started. */
  endpoint: z.string().optional(),
});

/** A run of the product on a data folder. */
export type Run = z.infer<typeof runSchema>;

/** What `/_local/run.json` answers, so that a running run can be told from what a killed one left behind. */
export const runIdSchema = z.object({ runId: z.string() });

export interface FolderLock {
  setEndpoint(endpoint: string): Promise<void>;
  release(): Promise<void>;
}

/** Marks the folder as ours. Throws `LocalError` while another run works on it: two would corrupt each other's queues. */
export async function lockFolder(folder: string, own: Run): Promise<FolderLock> {
  const other = await findRun(folder);
  if (other) {
    throw new LocalError(
      `Vinculo already runs on this data, at ${other.url}: use that one, or stop it first.`,
    );
  }
  const write = (run: Run) => writeAtomically(pathIn(folder), JSON.stringify(run));
  await write(own);
  return {
    setEndpoint: (endpoint) => write({ ...own, endpoint }),
    release: () => rm(pathIn(folder), { force: true }),
  };
}

/** The run that works on the folder now. */
export async function findRun(folder: string): Promise<Run | undefined> {
  const noted = runSchema.safeParse(await readJson(pathIn(folder)).catch(() => undefined)).data;
  return noted && (await isRunning(noted)) ? noted : undefined;
}

function pathIn(folder: string): string {
  return join(folder, 'running.json');
}

async function isRunning({ url, runId, pid }: Run): Promise<boolean> {
  try {
    process.kill(pid, 0);
    const response = await fetch(`${url}/_local/run.json`, { signal: AbortSignal.timeout(2_000) });
    return runIdSchema.parse(await response.json()).runId === runId;
  } catch {
    return false;
  }
}
