import { runtime } from '@vinculo/platform/runtime';
import { bindTable, type TenantTable } from '@vinculo/platform/table/tenant-table';

/**
 * The only partitions that belong to no tenant: what must be found before the tenant is known. They hold pointers,
 * hashes and counters; never a record, a password or a token.
 */
export function directoryTable(): TenantTable {
  return bindTable(runtime().connection, 'directory');
}
