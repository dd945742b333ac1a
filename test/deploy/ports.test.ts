import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { NotFoundError } from '@vinculo/platform/errors';
import { s3Objects } from '@vinculo/platform/ports/aws/objects';
import { sqsQueues } from '@vinculo/platform/ports/aws/queues';
import { schedulerSchedules } from '@vinculo/platform/ports/aws/schedules';
import { sendSigned } from '@vinculo/platform/ports/aws/signed-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cloud, openCloud } from './emulator';
import { eventually } from './visitor';

const TENANT = 'ten_1';
const BUCKET = `vinculo-ports-${Date.now()}`;

let cloud: Cloud;
let queueUrl: string;

/** A call in SQS's JSON protocol. */
async function sqs(action: string, input: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
  const body = JSON.stringify(input);
  const answer = await sendSigned({
    service: 'sqs',
    method: 'POST',
    url: new URL(cloud.endpoint),
    headers,
    body,
  });
  return answer.json();
}

beforeAll(async () => {
  cloud = await openCloud();
  Object.assign(process.env, cloud.environment, { OBJECTS_BUCKET: BUCKET });
  await sendSigned({ service: 's3', method: 'PUT', url: new URL(`${cloud.endpoint}/${BUCKET}`) });
  ({ QueueUrl: queueUrl } = (await sqs('CreateQueue', { QueueName: `${BUCKET}-queue` })) as {
    QueueUrl: string;
  });
  await sendSigned({
    service: 'scheduler',
    method: 'POST',
    url: new URL(`${cloud.endpoint}/schedule-groups/${BUCKET}`),
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  Object.assign(process.env, {
    QUEUE_URL_SLICES: queueUrl,
    SCHEDULE_GROUP: BUCKET,
    SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/timers',
    EVENT_BUS_ARN: 'arn:aws:events:us-east-1:000000000000:event-bus/default',
  });
}, 120_000);

afterAll(async () => {
  await cloud?.stop();
});

describe('S3 objects', () => {
  it('come back whole and in ranges that end before their end', async () => {
    const objects = s3Objects();
    await objects.put(TENANT, 'a/b c', 'Añadir', 'text/plain');
    expect(await text(await objects.read(TENANT, 'a/b c'))).toBe('Añadir');
    expect(await text(await objects.read(TENANT, 'a/b c', { start: 3, end: 5 }))).toBe('ad');
    expect(await text(await objects.read(TENANT, 'a/b c', { start: 3 }))).toBe('adir');
    expect(await objects.size(TENANT, 'a/b c')).toBe(7);
  });

  it('may be streams longer than one part', async () => {
    const objects = s3Objects();
    const chunk = Buffer.alloc(1_000_000, 'x');
    await objects.put(TENANT, 'big', Readable.from(Array.from({ length: 20 }, () => chunk)), 'text/plain');
    expect(await objects.size(TENANT, 'big')).toBe(20_000_000);
    await objects.put(TENANT, 'small', Readable.from(['a', 'b']), 'text/plain');
    expect(await text(await objects.read(TENANT, 'small'))).toBe('ab');
  });

  it('are not found when absent, removed or of another tenant', async () => {
    const objects = s3Objects();
    await objects.put(TENANT, 'gone', 'x', 'text/plain');
    await expect(objects.read('ten_2', 'gone')).rejects.toBeInstanceOf(NotFoundError);
    await objects.remove(TENANT, 'gone');
    await objects.remove(TENANT, 'gone');
    await expect(objects.read(TENANT, 'gone')).rejects.toBeInstanceOf(NotFoundError);
    expect(await objects.size(TENANT, 'gone')).toBeUndefined();
  });

  it('go up and down by links without credentials', async () => {
    const objects = s3Objects();
    const up = await objects.uploadUrl(TENANT, 'linked', { contentType: 'text/csv', maxBytes: 3 });
    expect(
      (await fetch(up, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: 'a,b' })).status,
    ).toBe(200);
    const down = await fetch(await objects.downloadUrl(TENANT, 'linked', 'España.csv'));
    expect(await down.text()).toBe('a,b');
    expect(down.headers.get('content-disposition')).toContain('attachment;');
  });
});

describe('SQS queues', () => {
  it('carry the tenant as message group (T8)', async () => {
    await sqsQueues().send('slices', { tenantId: TENANT, body: { row: 1 } });
    const { Messages } = (await sqs('ReceiveMessage', {
      QueueUrl: queueUrl,
      MessageSystemAttributeNames: ['All'],
      AttributeNames: ['All'],
    })) as { Messages: Array<{ Body: string; Attributes: Record<string, string> }> };
    expect(JSON.parse(Messages[0]?.Body ?? '')).toEqual({ tenantId: TENANT, body: { row: 1 } });
    expect(Messages[0]?.Attributes.MessageGroupId).toBe(TENANT);
  });
});

describe('Scheduler timers', () => {
  const timer = (at: Date) => ({
    tenantId: TENANT,
    name: 'opportunity.rotting/opp_01HZZZZZZZZZZZZZZZZZZZZZZZ',
    at,
    timer: 'opportunity.rotting',
    subject: { type: 'opportunity', id: 'opp_1' },
  });

  async function schedules(): Promise<Array<{ Name: string }>> {
    const url = new URL(`${cloud.endpoint}/schedules?ScheduleGroup=${BUCKET}`);
    const answer = await sendSigned({ service: 'scheduler', method: 'GET', url });
    return ((await answer.json()) as { Schedules: Array<{ Name: string }> }).Schedules;
  }

  it('are set once under one name, moved, and cleared without complaint', async () => {
    const ports = schedulerSchedules();
    const far = Date.now() + 86_400_000;
    await ports.set(timer(new Date(far)));
    await ports.set(timer(new Date(far + 1_000)));
    expect(await schedules()).toEqual([
      expect.objectContaining({ Name: expect.stringMatching(/^ten_1\.[\w-]{32}$/) }),
    ]);
    await ports.clear(TENANT, timer(new Date()).name);
    await ports.clear(TENANT, timer(new Date()).name);
    expect(await schedules()).toEqual([]);
  });

  it('fire and then are gone', async () => {
    await schedulerSchedules().set(timer(new Date(Date.now() + 1_000)));
    await eventually('The timer', async () => ((await schedules()).length === 0 ? true : undefined));
  });
});
