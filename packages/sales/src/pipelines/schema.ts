import * as z from 'zod';

const nameSchema = z.string().trim().min(1).max(80);
const stageKindSchema = z.enum(['open', 'won', 'lost']);

export const stageSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    probability: z.number().int(),
    kind: stageKindSchema,
    rottingDays: z.number().int().optional(),
  })
  .meta({ id: 'Stage' });
export type Stage = z.infer<typeof stageSchema>;

export const pipelineSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    stages: z.array(stageSchema),
    isDefault: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Pipeline' });
export type Pipeline = z.infer<typeof pipelineSchema>;

/** A stage without an id, or with an empty one, is new. */
const stageInputSchema = z.strictObject({
  id: z.string().max(40).optional(),
  name: nameSchema,
  probability: z.number().int().min(0).max(100),
  kind: stageKindSchema,
  rottingDays: z.number().int().min(1).max(999).nullable().optional(),
});
export type StageInput = z.infer<typeof stageInputSchema>;

const stagesSchema = z
  .array(stageInputSchema)
  .max(30)
  .superRefine((stages, check) => {
    for (const kind of stageKindSchema.options) {
      if (stages.some((stage) => stage.kind === kind)) continue;
      const message = `A pipeline needs a stage of kind ${kind}.`;
      check.addIssue({ code: 'custom', message, params: { code: 'stage.kind_missing' } });
    }
    const names = stages.map(({ name }) => name.toLowerCase());
    for (const [position, name] of names.entries()) {
      if (names.indexOf(name) === position) continue;
      const message = 'Two stages have this name.';
      check.addIssue({
        code: 'custom',
        path: [position, 'name'],
        message,
        params: { code: 'stage.name_taken' },
      });
    }
  });

export const pipelineInputSchema = z
  .strictObject({ name: nameSchema, stages: stagesSchema, isDefault: z.boolean().optional() })
  .meta({ id: 'PipelineInput' });
export type PipelineInput = z.infer<typeof pipelineInputSchema>;

export const pipelinePatchSchema = z
  .strictObject({
    name: nameSchema.optional(),
    stages: stagesSchema.optional(),
    isDefault: z.literal(true).optional(),
    /** For each removed stage that is in use, the stage that takes its opportunities. */
    stageMoves: z.record(z.string().max(40), z.string().max(40)).optional(),
  })
  .meta({ id: 'PipelinePatch' });
export type PipelinePatch = z.infer<typeof pipelinePatchSchema>;
