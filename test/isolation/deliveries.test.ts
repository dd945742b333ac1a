import { randomUUID } from 'node:crypto';
import { isSubscribed } from '@vinculo/functions/event-pattern';
import { type EventEntry, type QueueEntry, registry } from '@vinculo/functions/registry';
import { invokeConsumer } from '@vinculo/local/delivery/invoke';
import { toLambda } from '@vinculo/local/system/load-handler';
import { commit } from '@vinculo/platform/events/commit';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { TIMER_DUE, timerDueEvent } from '@vinculo/platform/events/timer-due';
import { newId } from '@vinculo/platform/ids';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHarness, type Harness } from '../support/harness';
import { type Company, seedCompany } from './matrix/company';
import { stateOf } from './matrix/state';

const consumers = registry.filter((entry): entry is EventEntry => 'on' in entry);
const workers = registry.filter((entry): entry is QueueEntry => 'queue' in entry);

let harness: Harness;
let own: Company;
let foreign: Company;
beforeAll(async () => {
  harness = await createHarness();
  own = await seedCompany(harness, 'Own');
  foreign = await seedCompany(harness, 'Foreign');
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => harness.close());

/** What each of our own queues carries, from a company; a queue that is missing fails with its name. */
const MESSAGES: Readonly<Record<string, (of: Company) => object[]>> = {
  'import-jobs': ({ live }) => ['check', 'start', 'undo'].map((job) => ({ importId: live.import, job })),
  'import-slices': ({ live }) =>
    [false, true].map((isUndo) => ({ importId: live.import, slice: 0, stride: 1, isUndo })),
  exports: ({ live }) => [{ exportId: live.export }],
  'webhook-deliveries': ({ live }) => [{ webhookId: live.webhook, eventId: live.delivery, attempts: 0 }],
  'webhook-replays': ({ live }) => [
    {
      webhookId: live.webhook,
      status: 'failed',
      since: '2026-01-01T00:00:00Z',
      until: '2026-12-01T00:00:00Z',
    },
  ],
};

/** What waits for an endpoint that was deleted is passed over, so what is another tenant's is too. */
const PASSES_OVER = ['webhook-deliveries', 'webhook-replays'];

/** One real event of each type that the consumer is sent: one that happened, or one that is written into the outbox. */
async function eventsFor(entry: EventEntry): Promise<DomainEvent[]> {
  const happened = harness.published.filter(({ tenantId }) => tenantId === own.tenantId);
  const seen = new Map(
    happened.filter((event) => isSubscribed(entry, event)).map((event) => [event.type, event]),
  );
  const types = entry.on.filter((type) => !type.includes('*') && type !== TIMER_DUE && !seen.has(type));
  const written = await Promise.all(types.map(async (type) => write(type)));
  const timers = (entry.timers ?? []).map((timer) =>
    timerDueEvent({
      tenantId: own.tenantId,
      name: timer,
      at: harness.clock.now(),
      timer,
      subject: subjectOf(timer),
    }),
  );
  return [...seen.values(), ...written, ...timers];
}

async function write(type: string): Promise<DomainEvent> {
  const [event] = await commit(
    harness.context(own.tenantId),
    [],
    [{ type, subject: subjectOf(type), data: {} }],
  );
  if (!event) throw new Error('It was not written.');
  return event;
}

/** `opportunity.created` and the timer `opportunity.rotting` are of an opportunity, what is unknown is of the tenant. */
function subjectOf(name: string): DomainEvent['subject'] {
  const type = name.slice(0, name.indexOf('.'));
  const id = own.live[type];
  return id ? { type, id, version: 1 } : { type: 'tenant', id: own.tenantId };
}

const MALFORMED = [undefined, null, '', 'ten_', 'directory', 7, 'ten_01ARZ3NDEKTSV4RRFFQ69G5FAV#x'];

function forgeriesOf(event: DomainEvent): object[] {
  const theirs = foreign.live[event.subject.type] ?? foreign.tenantId;
  return [
    ...[foreign.tenantId, newId('ten'), ...MALFORMED].map((tenantId) => ({ ...event, tenantId })),
    { ...event, subject: { ...event.subject, id: theirs } },
    // A timer is kept nowhere, so whatever has its subject is its tenant's.
    ...(event.type === TIMER_DUE ? [] : [{ ...event, id: newId('evt') }]),
  ];
}

/** Fails unless every message is given back, or at least passed over, with nothing done for anybody. */
async function expectRefusals(
  entry: EventEntry | QueueEntry,
  bodies: unknown[],
  outcome: 'given back' | 'passed over' = 'given back',
): Promise<void> {
  const { ports } = harness.runtime;
  const effects = [
    vi.spyOn(ports.queues, 'send'),
    vi.spyOn(ports.schedules, 'set'),
    vi.spyOn(ports.schedules, 'clear'),
    vi.spyOn(ports.mail, 'send'),
    vi.spyOn(ports.objects, 'put'),
  ];
  const before = await stateOf(harness, [own, foreign]);
  const batch = bodies.map((body) => ({
    id: randomUUID(),
    body: JSON.stringify(body),
    sentAtMs: 0,
    visibleAtMs: 0,
    receiveCount: 1,
  }));
  const failed = await invokeConsumer(toLambda(entry), batch);
  const taken = batch.filter(({ id }) => !failed.has(id)).map(({ body }) => body);
  if (outcome === 'given back') expect(taken).toEqual([]);
  expect(await stateOf(harness, [own, foreign])).toEqual(before);
  for (const effect of effects) expect(effect).not.toHaveBeenCalled();
}

describe('a delivery', () => {
  it('of a tenant’s own events has its effect, and fails nowhere (T4)', () => {
    expect(harness.published.length).toBeGreaterThan(50);
    expect(harness.deadLetters).toEqual([]);
  });

  it.each(consumers)('to $name of an event that is not its tenant’s goes to the DLQ (T4)', async (entry) => {
    const events = await eventsFor(entry);
    expect(events.length).toBeGreaterThanOrEqual(entry.on.length);
    const details = events.flatMap(forgeriesOf);
    await expectRefusals(
      entry,
      details.map((detail) => ({ detail })),
    );
  });

  it.each(workers)('to $name of a message that is not its tenant’s goes to the DLQ (T4)', async (entry) => {
    const bodies = MESSAGES[entry.queue]?.(own) ?? [];
    expect(bodies.length, `Say in MESSAGES what the queue ${entry.queue} carries.`).toBeGreaterThan(0);
    const messagesOf = (tenants: unknown[]) =>
      bodies.flatMap((body) => tenants.map((tenantId) => ({ tenantId, body })));
    const others = messagesOf([foreign.tenantId, newId('ten')]);
    await expectRefusals(entry, messagesOf(MALFORMED));
    await expectRefusals(entry, others, PASSES_OVER.includes(entry.queue) ? 'passed over' : 'given back');
  });
});
