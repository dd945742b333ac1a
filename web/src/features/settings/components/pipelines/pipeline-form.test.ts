import type { Pipeline } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { draftOf, pipelineValues, removedStages } from './pipeline-form';

const names = { won: 'Won', lost: 'Lost' };

function aPipeline(): Pipeline {
  return {
    id: 'pip_1',
    name: 'Sales',
    isDefault: true,
    version: 3,
    stages: [
      { id: 'stg_1', name: 'First', probability: 10, kind: 'open', rottingDays: 7 },
      { id: 'stg_2', name: 'Second', probability: 40, kind: 'open' },
      { id: 'stg_3', name: 'Won', probability: 100, kind: 'won' },
      { id: 'stg_4', name: 'Lost', probability: 0, kind: 'lost' },
    ],
  };
}

describe('draftOf', () => {
  it('sends back exactly what it was given', () => {
    const { name, stages } = aPipeline();
    expect(draftOf(pipelineValues(aPipeline(), names))).toEqual({ name, stages });
  });

  it('makes a won stage certain, a lost one hopeless, and lets neither rot', () => {
    const values = pipelineValues(aPipeline(), names);
    const stages = values.stages.map((stage) => ({ ...stage, probability: 55, rottingDays: 3 }));
    const [, , won, lost] = draftOf({ ...values, stages }).stages;
    expect([won?.probability, lost?.probability]).toEqual([100, 0]);
    expect(won).not.toHaveProperty('rottingDays');
  });

  it('gives a new stage no id', () => {
    expect(draftOf(pipelineValues(undefined, names)).stages[0]).not.toHaveProperty('id');
  });
});

describe('removedStages', () => {
  it('proposes a kept stage of the same outcome, unless another is chosen', () => {
    const values = pipelineValues(aPipeline(), names);
    const left = { ...values, stages: values.stages.slice(1) };
    expect(removedStages(aPipeline(), left).map(({ takerId }) => takerId)).toEqual(['stg_2']);
    const chosen = { ...left, stageMoves: { stg_1: 'stg_4' } };
    expect(removedStages(aPipeline(), chosen).map(({ takerId }) => takerId)).toEqual(['stg_4']);
  });

  it('never proposes a stage that is removed as well', () => {
    const values = pipelineValues(aPipeline(), names);
    const left = { ...values, stages: values.stages.slice(2), stageMoves: { stg_1: 'stg_2' } };
    expect(removedStages(aPipeline(), left).map(({ takerId }) => takerId)).toEqual(['stg_3', 'stg_3']);
  });
});
