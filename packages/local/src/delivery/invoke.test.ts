import { describe, expect, it } from 'vitest';
import { invokeConsumer } from './invoke';
import type { Message } from './message';

const aMessage = (id: string): Message => ({
  id,
  body: `{"id":"${id}"}`,
  groupId: 'ten_1',
  sentAtMs: 1_000,
  visibleAtMs: 1_000,
  receiveCount: 2,
});
const batch = ['a', 'b', 'c'].map(aMessage);

function invoke(handler: (event: unknown) => unknown) {
  return invokeConsumer({ name: 'send-mail', handler, timeoutSeconds: 30 }, batch);
}

describe('invokeConsumer', () => {
  it('gives the consumer what SQS would', async () => {
    let seen: unknown;
    await invoke((event) => {
      seen = event;
    });
    expect(seen).toMatchObject({
      Records: [
        {
          messageId: 'a',
          body: '{"id":"a"}',
          eventSource: 'aws:sqs',
          eventSourceARN: expect.stringMatching(/^arn:aws:sqs:.*:send-mail$/),
          attributes: { ApproximateReceiveCount: '2', MessageGroupId: 'ten_1', SentTimestamp: '1000' },
        },
        { messageId: 'b' },
        { messageId: 'c' },
      ],
    });
  });

  it.each([undefined, null, {}, { batchItemFailures: null }, { batchItemFailures: [] }])(
    'takes %j as success of the whole batch (D7)',
    async (answer) => {
      expect((await invoke(() => answer)).size).toBe(0);
    },
  );

  it('takes the named messages as failed and the others as done (D7)', async () => {
    const failed = await invoke(async () => ({ batchItemFailures: [{ itemIdentifier: 'b' }] }));
    expect([...failed.keys()]).toEqual(['b']);
  });

  it.each([
    ['an unknown message', { batchItemFailures: [{ itemIdentifier: 'x' }] }],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['no identifier', { batchItemFailures: [{}] }],
    ['no list', { batchItemFailures: 'b' }],
    ['no object', 'b'],
  ])('fails the whole batch when the answer names %s, as Lambda does (D7)', async (_what, answer) => {
    expect([...(await invoke(() => answer)).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('fails the whole batch with the cause when the consumer throws', async () => {
    const failed = await invoke(() => {
      throw new Error('no table');
    });
    expect([...failed.keys()]).toEqual(['a', 'b', 'c']);
    expect(failed.get('a')).toContain('no table');
  });
});
