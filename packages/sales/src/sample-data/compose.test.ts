import { isIdOf } from '@vinculo/platform/ids';
import { exponentOf } from '@vinculo/platform/money/schema';
import { recordSchemas } from '@vinculo/records/types/schema';
import { describe, expect, it } from 'vitest';
import { defaultPipeline } from '../pipelines/defaults';
import { composeSample, type SampleFrame } from './compose';

const now = new Date('2026-03-02T09:00:00.000Z');

function aFrame(values: Partial<SampleFrame> = {}): SampleFrame {
  const stages = defaultPipeline('en').stages.map((stage, n) => ({ id: `stg_${n}`, ...stage }));
  return {
    loadId: 'evt_1',
    now,
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    stages,
    ...values,
  };
}

describe('composeSample', () => {
  it.each([
    ['en', 'USD'],
    ['es', 'EUR'],
    ['es', 'COP'],
    ['es', 'CLP'],
    ['en', 'KWD'],
    ['en', 'XAU'],
  ])('makes records that the API would take, in %s and %s', (locale, currency) => {
    const { records } = composeSample(aFrame({ locale, currency }));
    for (const { id, model, values } of records) {
      expect(isIdOf(model.type.idPrefix, id)).toBe(true);
      const parsed = recordSchemas(model.type).create.safeParse(values);
      expect(parsed.error?.issues ?? [], JSON.stringify(values)).toEqual([]);
    }
    const amounts = records.flatMap(({ values }) => (values.amount ? [values.amount] : []));
    expect(new Set(amounts.map((amount) => (amount as { currency: string }).currency)).size).toBe(3);
  });

  it('says as much in every language', () => {
    const [en, es] = ['en', 'es'].map((locale) => composeSample(aFrame({ locale })));
    const shape = (sample = en) =>
      sample?.records.map(({ model, values }) => [model.type.name, Object.keys(values).sort()]);
    const withoutDescriptions = JSON.stringify(shape(es)).replaceAll(',"description"', '');
    expect(JSON.stringify(shape(en)).replaceAll(',"description"', '')).toBe(withoutDescriptions);
    const count = (type: string) => en?.records.filter(({ model }) => model.type.name === type).length;
    expect(['account', 'contact', 'lead', 'opportunity', 'activity'].map(count)).toEqual([
      12, 25, 15, 18, 40,
    ]);
  });

  it('makes the same records for the same load, and others for another', () => {
    const ids = (loadId: string) => composeSample(aFrame({ loadId })).records.map(({ id }) => id);
    expect(ids('evt_1')).toEqual(ids('evt_1'));
    expect(ids('evt_1').some((id) => ids('evt_2').includes(id))).toBe(false);
    expect(new Set(ids('evt_1')).size).toBe(110);
  });

  it('lies in the past, in round amounts', () => {
    const { records, moves } = composeSample(aFrame({ currency: 'JPY' }));
    expect([...records, ...moves].every(({ at }) => at <= now)).toBe(true);
    expect(exponentOf('JPY')).toBe(0);
    const deal = records.find(({ model, values }) => model.type.name === 'opportunity' && values.amount);
    expect(deal?.values.amount).toEqual({ amountMinor: 7_900_000, currency: 'JPY' });
  });

  it('fits a pipeline that has fewer stages', () => {
    const stages = [
      { id: 'stg_a', name: 'Open', probability: 50, kind: 'open' as const },
      { id: 'stg_b', name: 'Yes', probability: 100, kind: 'won' as const },
      { id: 'stg_c', name: 'No', probability: 0, kind: 'lost' as const },
    ];
    const { moves } = composeSample(aFrame({ stages }));
    expect(new Set(moves.map(({ patch }) => patch.stageId))).toEqual(new Set(['stg_a', 'stg_b', 'stg_c']));
  });
});
