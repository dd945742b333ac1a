import type { UserContext } from '@vinculo/identity/access/user-context';
import { createRecord, updateRecord } from '@vinculo/records/records/service';
import { catalogue } from '@vinculo/sales/catalogue';
import { beforeAll, describe, expect, it } from 'vitest';
import { dumpTable } from '../support/dump-table';
import { type Fault, type Faults, injectFaults, KilledError, killAt, stormOf } from '../support/faults';
import { createTestTable, type TestTable } from '../support/test-table';
import { aUserContext, EVERYTHING } from '../support/user-context';
import { expectSound, itemsOf, shapeOf } from './invariants';
import { type UseCase, useCases } from './use-cases';

let table: TestTable;
let faults: Faults;
beforeAll(async () => {
  table = await createTestTable();
  faults = injectFaults(table.connection);
});

const access = { ...EVERYTHING, permissions: ['views.share' as const] };
const stored = async (ctx: UserContext) => itemsOf(ctx, await dumpTable(table));

/** A tenant in which the use case can happen. */
async function arranged({ arrange }: UseCase) {
  faults.plan();
  const ctx = aUserContext(table, { access });
  const record = await arrange(ctx);
  return { ctx, record: record ?? ({} as NonNullable<typeof record>), before: shapeOf(await stored(ctx)) };
}

describe.each(useCases)('to $name', (useCase) => {
  it('happens whole, with its event, or not at all, wherever the process is killed (D4)', async () => {
    const whole = await arranged(useCase);
    await useCase.act(whole.ctx, whole.record);
    const after = shapeOf(await stored(whole.ctx));
    expect(after).not.toEqual(whole.before);

    for (const when of ['before', 'after'] as const) {
      for (let index = 0; ; index++) {
        const { ctx, record, before } = await arranged(useCase);
        faults.plan(killAt(index, when));
        const outcome = await useCase.act(ctx, record).then(
          () => 'done',
          (error: unknown) => error,
        );
        const isThrough = outcome === 'done';
        faults.plan();
        if (!isThrough) expect(outcome).toBeInstanceOf(KilledError);
        const items = await stored(ctx);
        expectSound(ctx, items);
        expect([before, after], `killed ${when} call ${index}`).toContainEqual(shapeOf(items));
        if (isThrough) break;
      }
    }
  });

  it('happens once, or answers 503 and may be done again, in a storm of faults (D14)', async () => {
    const storm: Fault[] = ['throttled', 'conflict', 'server error', 'lost'];
    for (let seed = 1; seed <= 4; seed++) {
      const { ctx, record, before } = await arranged(useCase);
      faults.plan(stormOf(storm, 0.3, seed));
      const outcome = await useCase.act(ctx, record).then(
        () => 200,
        (error: { status?: number }) => error.status ?? error,
      );
      faults.plan();
      const items = await stored(ctx);
      expectSound(ctx, items);
      if (outcome === 200) expect(shapeOf(items)).not.toEqual(before);
      else expect(outcome).toBe(503);
    }
  });
});

describe('updateRecord', () => {
  it('takes effect once when its answer was lost and the SDK sent it again', async () => {
    const contact = catalogue.model('contact');
    faults.plan();
    const ctx = aUserContext(table);
    const { id } = await createRecord(ctx, contact, { lastName: 'King' });
    let isLost = false;
    faults.plan(({ command }) => {
      if (command !== 'TransactWrite' || isLost) return undefined;
      isLost = true;
      return 'lost';
    });
    const changed = await updateRecord(ctx, contact, id, { lastName: 'Queen' }, 1);
    faults.plan();
    expect(isLost).toBe(true);
    expect(changed).toMatchObject({ lastName: 'Queen', version: 2 });
    expectSound(ctx, await stored(ctx));
  });
});
