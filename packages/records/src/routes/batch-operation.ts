import * as z from 'zod';

export const BATCH_MAXIMUM = 100;

const dataSchema = z.record(z.string().max(64), z.unknown());
const idSchema = z.string().max(64);
const versionSchema = z.number().int().min(1).max(999_999_999_999_999).optional();

export const operationSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), data: dataSchema }),
  z.strictObject({ op: z.literal('update'), id: idSchema, version: versionSchema, data: dataSchema }),
  z.strictObject({ op: z.literal('delete'), id: idSchema, version: versionSchema }),
  z.strictObject({ op: z.literal('restore'), id: idSchema }),
]);
export type Operation = z.infer<typeof operationSchema>;
