import type { Access } from '@vinculo/identity/access/access';
import type { UserContext } from '@vinculo/identity/access/user-context';
import { newId } from '@vinculo/platform/ids';
import type { Ports } from '@vinculo/platform/ports/ports';
import { bindTable } from '@vinculo/platform/table/tenant-table';
import { createFakeClock } from './fake-clock';
import type { TestTable } from './test-table';

const ALL = { create: 'all', read: 'all', update: 'all', delete: 'all' } as const;

export const EVERYTHING: Access = {
  roleId: 'admin',
  home: 'admin',
  permissions: [],
  types: { '*': ALL },
  fields: {},
};

export interface UserContextOptions {
  tenantId?: string;
  userId?: string;
  teamIds?: string[];
  access?: Access;
  shards?: number;
  ports?: Ports;
}

/** A user of a tenant that is nothing but its partition: for services, beneath HTTP and sessions. */
export function aUserContext({ connection }: TestTable, options: UserContextOptions = {}): UserContext {
  const tenantId = options.tenantId ?? newId('ten');
  return {
    tenantId,
    actor: { kind: 'user', id: options.userId ?? newId('usr') },
    table: bindTable(connection, tenantId),
    clock: createFakeClock(),
    ports: options.ports ?? unreachablePorts,
    requestId: 'req_test',
    access: options.access ?? EVERYTHING,
    teamIds: options.teamIds ?? [],
    locale: 'en',
    tenant: {
      id: tenantId,
      name: 'Test',
      locale: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Madrid',
      fiscalYearStartMonth: 1,
      shards: options.shards ?? 1,
      secret: `secret of ${tenantId}`,
      isReadOnly: false,
    },
  };
}

const unreachablePorts = new Proxy({} as Ports, {
  get: (_, name) => {
    throw new Error(`This test gave no port ${String(name)}`);
  },
});
