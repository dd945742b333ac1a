import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { directoryTable } from './directory-table';

export interface LoginOwner {
  tenantId: string;
  userId: string;
}

type LoginItem = Item & LoginOwner;

function loginKey(email: string) {
  return { pk: `login#${email}`, sk: 'login' };
}

export async function findLogin(email: string): Promise<LoginOwner | undefined> {
  return directoryTable().get<LoginItem>(loginKey(email));
}

/** Gives the address to one user of the whole system. False when it is somebody else's; true again for the same user. */
export async function claimLogin(email: string, { tenantId, userId }: LoginOwner): Promise<boolean> {
  try {
    await directoryTable().transact([
      { put: { ...loginKey(email), kind: 'login', tenantId, userId }, if: 'absent' },
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    const owner = await findLogin(email);
    return owner?.tenantId === tenantId && owner.userId === userId;
  }
}
