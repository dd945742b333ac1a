import type { FunctionEntry, FunctionNeeds } from '@vinculo/functions/registry';
import { systemClock } from '@vinculo/platform/clock';
import { connectTable } from '@vinculo/platform/table/client';
import { describe, expect, it } from 'vitest';
import { createMemoryFolder } from '../files/memory-folder';
import { createDiskObjects } from '../ports/disk-objects';
import { createMailbox, type StoredMail } from '../ports/mailbox';
import { runAs, withDeclaredNeeds } from './declared-needs';

const sent: string[] = [];
const appUrl = 'http://localhost:4000';
const runtime = withDeclaredNeeds({
  connection: connectTable({ tableName: 't', endpoint: 'http://127.0.0.1:9' }),
  clock: systemClock,
  appUrl,
  ports: {
    mail: createMailbox(createMemoryFolder<StoredMail>(), systemClock).mail,
    objects: createDiskObjects({ folder: '/nonexistent', appUrl, secret: 's', clock: systemClock }),
    queues: { send: async (queue) => void sent.push(queue) },
    schedules: { set: async () => {}, clear: async () => {} },
    sealing: { ring: async () => ({ current: 'k1', keys: new Map() }) },
  },
});
const { ports } = runtime;
const upload = { contentType: 'text/csv', maxBytes: 1 };

const uses: Array<[string, FunctionNeeds, () => unknown]> = [
  ['table', { table: 'read' }, () => runtime.connection],
  ['mail', { mail: true }, () => ports.mail],
  ['schedules', { schedules: true }, () => ports.schedules],
  ['sealing', { sealing: true }, () => ports.sealing],
  ['objects', { objects: 'read' }, () => ports.objects.downloadUrl('ten_1', 'a', 'a.csv')],
  ["objects: 'readwrite'", { objects: 'readwrite' }, () => ports.objects.uploadUrl('ten_1', 'a', upload)],
  [
    "queues: ['import-slices']",
    { queues: ['import-slices'] },
    () => ports.queues.send('import-slices', { tenantId: 'ten_1', body: 1 }),
  ],
];

function aFunction(name: string, needs: FunctionNeeds): FunctionEntry {
  return { name, needs, entry: `streams/${name}.ts`, stream: true };
}

describe('withDeclaredNeeds', () => {
  it.each(uses)('gives %s to a function that declares it', async (_need, needs, use) => {
    await runAs(aFunction('a', needs), async () => use());
  });

  it.each(uses)('refuses %s to a function that does not, naming both', async (need, _needs, use) => {
    const attempt = runAs(aFunction('send-mail', {}), async () => use());
    await expect(attempt).rejects.toThrow(/^The function "send-mail" does not declare the need /);
    if (!need.startsWith('objects')) await expect(attempt).rejects.toThrow(need);
  });

  it('refuses writing to who declares reading', async () => {
    const attempt = runAs(aFunction('a', { objects: 'read' }), async () =>
      ports.objects.remove('ten_1', 'a'),
    );
    await expect(attempt).rejects.toThrow("objects: 'readwrite'");
  });

  it('tells functions that run at the same time apart (T6)', async () => {
    const mailer = runAs(aFunction('mailer', { mail: true }), async () => {
      await new Promise(setImmediate);
      return ports.mail;
    });
    const other = runAs(aFunction('other', {}), async () => ports.mail);
    await expect(other).rejects.toThrow('"other"');
    await expect(mailer).resolves.toBeDefined();
  });

  it('leaves code outside any function alone', async () => {
    for (const [, , use] of uses) await use();
  });
});
