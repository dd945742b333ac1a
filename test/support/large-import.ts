import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { actingAs } from '@vinculo/identity/access/acting-as';
import { tenantKey } from '@vinculo/identity/tenants/keys';
import { userKey } from '@vinculo/identity/users/keys';
import { createDiskObjects } from '@vinculo/local/ports/disk-objects';
import { systemClock } from '@vinculo/platform/clock';
import type { Ports } from '@vinculo/platform/ports/ports';
import { connectTable } from '@vinculo/platform/table/client';
import { bindTable } from '@vinculo/platform/table/tenant-table';
import { announceFile } from '@vinculo/records/files/service';
import { readImport } from '@vinculo/records/imports/repository';
import { runJob } from '@vinculo/records/imports/run/run-job';
import { checkImport } from '@vinculo/records/imports/run-service';
import { createImport, updateImport } from '@vinculo/records/imports/service';
import { catalogue } from '@vinculo/sales/catalogue';

/*
 * Checks a large file in a process of its own and prints, as JSON, how much memory that took: run by the test of flat
 * memory with DYNAMODB_ENDPOINT, TABLE_NAME and ROWS.
 */

const rows = Number(process.env.ROWS);
const tenantId = 'ten_01HZZZZZZZZZZZZZZZZZZZZZZZ';
const userId = 'usr_1';
const folder = await mkdtemp(join(tmpdir(), 'vinculo-large-'));
const connection = connectTable({
  tableName: String(process.env.TABLE_NAME),
  endpoint: String(process.env.DYNAMODB_ENDPOINT),
});
const objects = createDiskObjects({ folder, appUrl: 'http://localhost', secret: 'test', clock: systemClock });
const table = bindTable(connection, tenantId);
const base = {
  tenantId,
  actor: { kind: 'system' as const, id: 'test' },
  table,
  clock: systemClock,
  // A check reaches nothing but objects.
  ports: { objects } as unknown as Ports,
  requestId: 'req_test',
};
const user = { kind: 'user', name: 'A', email: 'a@b.co', roleId: 'admin', teamIds: [], status: 'active' };
const tenant = {
  kind: 'tenant',
  name: 'T',
  locale: 'en',
  currency: 'EUR',
  timeZone: 'UTC',
  plan: 'paid',
  shards: 1,
};
await table.transact([
  { put: { ...userKey(userId), ...user, locale: 'en' } },
  { put: { ...tenantKey(tenantId), ...tenant, secret: 's', fiscalYearStartMonth: 1 } },
]);
const ctx = await actingAs(base, userId);
if (!ctx) throw new Error('Nobody may import');

const { fileId } = await announceFile(ctx, { name: 'large.csv', size: 1, contentType: 'text/csv' });
const path = join(folder, tenantId, 'files', fileId);
await mkdir(dirname(path), { recursive: true });
const file = createWriteStream(path);
file.write('Name,E-mail,Customer since,Total spent\n');
for (let row = 0; row < rows; row++) {
  const line = `Person ${row} Name ${row % 977},person${row}@example.com,1997-0${1 + (row % 9)}-11,${row % 5_000}.50\n`;
  if (!file.write(line)) await new Promise<void>((done) => file.once('drain', () => done()));
}
await new Promise<void>((done) => file.end(() => done()));

const { id } = await createImport(ctx, catalogue, { type: 'contact', fileId });
await updateImport(ctx, catalogue, id, { matchBy: 'emails' });
await checkImport(ctx, catalogue, id);
const residentMb = () => process.memoryUsage().rss / 1024 / 1024;
const samples = [residentMb()];
const sampling = setInterval(() => samples.push(residentMb()), 50);
await runJob(base, catalogue, { importId: id, job: 'check' });
clearInterval(sampling);
const { valid, duplicates } = await readImport(ctx, id);
const early = samples[Math.floor(samples.length / 10)];
const late = residentMb();
await rm(folder, { recursive: true, force: true });
console.log(JSON.stringify({ valid, duplicates, earlyMb: early, lateMb: late }));
process.exit(0);
