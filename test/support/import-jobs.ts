import type { ApiClient } from './api-client';
import type { Harness } from './harness';

type Json = Record<string, unknown>;

export interface Upload {
  bytes: string | Buffer;
  name?: string;
  type?: string;
}

/** Announces a file and puts its bytes where the upload link would. */
export async function upload(
  { runtime }: Harness,
  client: ApiClient,
  { bytes, name = 'customers.csv' }: Upload,
): Promise<string> {
  const body = Buffer.from(bytes);
  const announced = await client.post('/files', { name, size: body.length, contentType: 'text/csv' });
  if (announced.status !== 201) throw new Error(`POST /files answered ${JSON.stringify(announced.body)}`);
  const { fileId } = announced.body;
  const session = await client.get('/session');
  await runtime.ports.objects.put(session.body.tenant.id, `files/${fileId}`, body, 'text/csv');
  return fileId;
}

/** An import as far as a draft, with these settings. */
export async function draft(harness: Harness, client: ApiClient, file: Upload, settings: Json = {}) {
  const fileId = await upload(harness, client, file);
  const created = await client.post('/imports', { type: file.type ?? 'contact', fileId });
  if (created.status !== 201) throw new Error(`POST /imports answered ${JSON.stringify(created.body)}`);
  if (Object.keys(settings).length === 0) return created.body;
  const changed = await client.call('PATCH', `/imports/${created.body.id}`, settings);
  if (changed.status !== 200) throw new Error(`PATCH answered ${JSON.stringify(changed.body)}`);
  return changed.body;
}

/** Asks for a job of an import and lets it run to its end. */
export async function perform(
  harness: Harness,
  client: ApiClient,
  id: string,
  job: 'check' | 'start' | 'undo',
) {
  const asked = await client.post(`/imports/${id}/${job}`);
  if (asked.status !== 202) throw new Error(`POST ${job} answered ${JSON.stringify(asked.body)}`);
  await harness.drain();
  return (await client.get(`/imports/${id}`)).body;
}

/** A whole import: draft, check, start. */
export async function runImport(harness: Harness, client: ApiClient, file: Upload, settings: Json = {}) {
  const { id } = await draft(harness, client, file, settings);
  await perform(harness, client, id, 'check');
  return perform(harness, client, id, 'start');
}

/** The records of a type that the client's list shows, all pages. */
export async function listAll(client: ApiClient, plural: string): Promise<Json[]> {
  const items: Json[] = [];
  let cursor: string | null = '';
  do {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = await client.get(`/${plural}?limit=200${query}`);
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  } while (cursor);
  return items;
}

/** What became of each row, from the result file. */
export async function resultOf(harness: Harness, client: ApiClient, id: string): Promise<string> {
  const { runtime } = harness;
  const session = await client.get('/session');
  const stream = await runtime.ports.objects.read(session.body.tenant.id, `imports/${id}/result.csv`);
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}

/** A file of so many contacts with an id and a last name; both begin with the prefix. */
export function rowsOf(count: number, prefix: string): string {
  const rows = Array.from({ length: count }, (_, n) => `${prefix}${n},${prefix} ${n}`);
  return `Id,Last name\n${rows.join('\n')}\n`;
}
