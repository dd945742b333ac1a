import { describe, expect, it } from 'vitest';
import { EngineError } from './engine-error';
import { KeyGuardError } from './key-guard';
import type { Operation } from './operations';
import { type Call, TableClient } from './table-client';

const get = { TableName: 't', Key: { pk: 'ten_A#x', sk: 's' } };

/** Answers with each of these in turn. */
function scripted(...answers: Array<object | Error>) {
  const sent: Call[] = [];
  const client = new TableClient(async (call) => {
    sent.push(call);
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    return { ...answer };
  });
  return { client, sent };
}

const busy = new EngineError('ThrottlingException', 'busy', 400);

describe('TableClient', () => {
  it.each([
    ['', 'GetItem'],
    ['#', 'GetItem'],
    ['ten_A', 'GetItem'],
    ['ten_B#', 'GetItem'],
    ['ten_A#', 'Scan'],
    ['ten_A#', 'ExecuteStatement'],
  ])('sends nothing for "%s" by %s (T2)', async (prefix, operation) => {
    const { client, sent } = scripted({});
    await expect(client.send(prefix, operation as Operation, get)).rejects.toThrow(KeyGuardError);
    expect(sent).toEqual([]);
  });

  it('speaks in documents, and sends DynamoDB’s JSON', async () => {
    const { client, sent } = scripted({ Item: { pk: { S: 'ten_A#x' }, n: { N: '1' } } });
    expect(await client.send('ten_A#', 'GetItem', get)).toEqual({ Item: { pk: 'ten_A#x', n: 1 } });
    expect(sent[0]?.input).toEqual({ TableName: 't', Key: { pk: { S: 'ten_A#x' }, sk: { S: 's' } } });
  });

  it('reads and writes a table of any name', async () => {
    const { client, sent } = scripted({
      Responses: { Item: [{ pk: { S: 'ten_A#x' } }] },
      UnprocessedKeys: { Item: { Keys: [{ pk: { S: 'ten_A#y' } }] } },
    });
    const RequestItems = { Item: { Keys: [{ pk: 'ten_A#x' }] } };
    expect(await client.send('ten_A#', 'BatchGetItem', { RequestItems })).toEqual({
      Responses: { Item: [{ pk: 'ten_A#x' }] },
      UnprocessedKeys: { Item: { Keys: [{ pk: 'ten_A#y' }] } },
    });
    expect(sent[0]?.input).toEqual({ RequestItems: { Item: { Keys: [{ pk: { S: 'ten_A#x' } }] } } });
  });

  it('asks a busy engine four times, and no more (D14)', async () => {
    const { client, sent } = scripted(busy);
    await expect(client.send('ten_A#', 'GetItem', get)).rejects.toBe(busy);
    expect(sent).toHaveLength(4);
  });

  it('asks once where asking again would not help', async () => {
    const refused = new EngineError('ValidationException', 'wrong', 400);
    const { client, sent } = scripted(refused);
    await expect(client.send('ten_A#', 'GetItem', get)).rejects.toBe(refused);
    expect(sent).toHaveLength(1);
  });

  it('sends a transaction again under the same token, and another under another (D4)', async () => {
    const lost = Object.assign(new Error('lost'), { code: 'ECONNRESET' });
    const { client, sent } = scripted(lost, {});
    const input = { TransactItems: [{ Put: { TableName: 't', Item: { pk: 'ten_A#x', sk: 's' } } }] };
    await client.send('ten_A#', 'TransactWriteItems', input);
    await client.send('ten_A#', 'TransactWriteItems', input);
    const tokens = sent.map((call) => call.input.ClientRequestToken);
    expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(tokens[1]).toBe(tokens[0]);
    expect(tokens[2]).not.toBe(tokens[0]);
  });
});
