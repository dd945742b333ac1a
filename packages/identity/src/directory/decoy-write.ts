import { newId } from '@vinculo/platform/ids';
import { runtime } from '@vinculo/platform/runtime';
import { directoryTable } from './directory-table';

/** Costs what noting an event costs, where there is nobody to note it for: so the time does not tell (S3). */
export async function decoyWrite(): Promise<void> {
  const now = runtime().clock.now();
  await directoryTable().transact([
    {
      put: {
        pk: newId('none', now),
        sk: 'none',
        kind: 'none',
        expiresAt: Math.ceil(now.getTime() / 1000) + 3600,
      },
    },
  ]);
}
