import type { TenantContext } from '@vinculo/platform/context';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import { newId } from '@vinculo/platform/ids';
import type { Stage, StageInput } from './schema';

/**
 * The stages as asked for, with an id for each new one. A won stage is certain and a lost one hopeless, whatever was
 * sent, and neither rots. Throws 422 for an id that is no stage of the pipeline, or is given twice.
 */
export function restaged(
  ctx: Pick<TenantContext, 'clock'>,
  before: readonly Stage[],
  wanted: readonly StageInput[],
): Stage[] {
  const known = new Set(before.map(({ id }) => id));
  const errors: FieldError[] = [];
  const stages = wanted.map((stage, position): Stage => {
    if (stage.id && !known.delete(stage.id)) {
      const detail = 'There is no such stage in this pipeline.';
      errors.push({ pointer: `/stages/${position}/id`, code: 'stage.unknown', detail });
    }
    const isOpen = stage.kind === 'open';
    return {
      id: stage.id || newId('stg', ctx.clock.now()),
      name: stage.name,
      probability: isOpen ? stage.probability : stage.kind === 'won' ? 100 : 0,
      kind: stage.kind,
      ...(isOpen && stage.rottingDays ? { rottingDays: stage.rottingDays } : {}),
    };
  });
  if (errors.length === 0) return stages;
  throw invalidInput(errors);
}
