import { runtime } from '@vinculo/platform/runtime';
import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from './directory-table';
import { hashSecret, newSecret } from './secrets';

/** What the link of a mail points at. Whether it still holds is decided in the tenant, in one transaction with its effect. */
export interface LinkTarget {
  purpose: 'verify' | 'reset' | 'invitation';
  tenantId: string;
  /** The user, or the invitation. */
  subjectId: string;
}

type LinkItem = Item & LinkTarget & { expiresAt: number };

function linkKey(hash: string) {
  return { pk: `link#${hash}`, sk: 'link' };
}

/** Makes the token of a new link; the directory keeps its hash. */
export async function mintLink(
  target: LinkTarget,
  expiresAt: Date,
): Promise<{ token: string; hash: string }> {
  const token = newSecret();
  const hash = hashSecret(token);
  const item = {
    ...linkKey(hash),
    kind: 'link',
    ...target,
    expiresAt: Math.floor(expiresAt.getTime() / 1000),
  };
  await directoryTable().batchWrite([{ put: item }]);
  return { token, hash };
}

export async function findLink(
  token: string,
  purpose: LinkTarget['purpose'],
): Promise<(LinkTarget & { hash: string }) | undefined> {
  const hash = hashSecret(token);
  const link = await directoryTable().get<LinkItem>(linkKey(hash));
  // Expired items stay readable until the engine removes them, which can take days.
  if (!link || link.purpose !== purpose) return undefined;
  if (link.expiresAt * 1000 <= runtime().clock.now().getTime()) return undefined;
  return { purpose, tenantId: link.tenantId, subjectId: link.subjectId, hash };
}

export async function forgetLink(hash: string): Promise<void> {
  await directoryTable().batchWrite([{ delete: linkKey(hash) }]);
}
