import type { UserContext } from '@vinculo/identity/access/user-context';
import type { TenantTable } from '@vinculo/platform/table/tenant-table';

/** More different reads than this are no longer the same few. */
const MOST_REMEMBERED = 2_000;

/** A context whose reads are answered from what was read before, for as long as it lives: a slice. */
export function rememberReads(ctx: UserContext): UserContext {
  const answers = new Map<string, Promise<unknown>>();

  function remembered<R>(name: string, args: unknown[], read: () => Promise<R>): Promise<R> {
    const key = JSON.stringify([name, ...args]);
    const known = answers.get(key);
    if (known) return known as Promise<R>;
    const answer = read();
    if (answers.size >= MOST_REMEMBERED) return answer;
    answers.set(key, answer);
    // What was not there may be made by the rule that missed it.
    const forget = () => answers.delete(key);
    void answer.then((found) => isNothing(found) && forget(), forget);
    return answer;
  }

  const table: TenantTable = {
    ...ctx.table,
    get: (...args) => remembered('get', args, () => ctx.table.get(...args)),
    batchGet: (...args) => remembered('batchGet', args, () => ctx.table.batchGet(...args)),
    query: (...args) => remembered('query', args, () => ctx.table.query(...args)),
  };
  return { ...ctx, table };
}

function isNothing(found: unknown): boolean {
  if (found === undefined || (Array.isArray(found) && found.length === 0)) return true;
  return typeof found === 'object' && found !== null && 'items' in found && isNothing(found.items);
}
