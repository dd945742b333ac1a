import * as z from 'zod';

export const IMPORT_STATUSES = [
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** How a column of the file is read, and what it becomes. */
export const columnSchema = z
  .strictObject({
    column: z.string().max(120),
    field: z
      .string()
      .max(100)
      .nullable()
      .meta({ description: 'The `key` of a target, as `emails.home`; null leaves the column out.' }),
    dateFormat: z.enum(['dmy', 'mdy', 'ymd']).optional().meta({
      description: 'The order of day, month and year, where the form of a date leaves it open.',
    }),
    decimal: z.enum(['.', ',']).optional(),
  })
  .meta({ id: 'ImportColumn' });
export type ImportColumn = z.infer<typeof columnSchema>;

export const modeSchema = z.enum(['create', 'update', 'upsert']);
export const onDuplicateSchema = z.enum(['skip', 'create', 'update']);

export const newImportSchema = z
  .strictObject({ type: z.string().max(64), fileId: z.string().max(64) })
  .meta({ id: 'NewImport' });

export const importChangesSchema = z
  .strictObject({
    encoding: z.string().max(40),
    delimiter: z.string().length(1),
    hasHeader: z.boolean(),
    mapping: z.array(columnSchema).max(500),
    mode: modeSchema,
    matchBy: z
      .string()
      .max(64)
      .nullable()
      .meta({ description: 'The field that tells whether a row is a record that exists; null for none.' }),
    onDuplicate: onDuplicateSchema.meta({
      description:
        'In mode `create`: what becomes of a row that exists, in the tenant or above it in the file.',
    }),
    createMissing: z
      .boolean()
      .meta({ description: 'Creates the records that a column names and that do not exist, as accounts.' }),
  })
  .partial()
  .meta({ id: 'ImportChanges' });
export type ImportChanges = z.infer<typeof importChangesSchema>;

export const issueSchema = z
  .object({
    field: z.string(),
    code: z.string(),
    detail: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'ImportIssue' });
export type ImportIssue = z.infer<typeof issueSchema>;

export const countsSchema = z.object({
  rows: z.number().int(),
  valid: z.number().int(),
  invalid: z.number().int(),
  /** Rows that repeat the match value of a row above. */
  duplicates: z.number().int(),
  /** Rows that are records already. */
  matches: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  /** Records that an undo left alone because somebody changed them since. */
  conflicts: z.number().int(),
});
export type ImportCounts = z.infer<typeof countsSchema>;

const targetSchema = z.object({
  key: z.string(),
  field: z.string(),
  kind: z.string(),
  labels: z.object({ en: z.string(), es: z.string() }),
});

export const importSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    status: z.enum(IMPORT_STATUSES),
    fileName: z.string(),
    fileSize: z.number().int(),
    encoding: z.string(),
    delimiter: z.string(),
    hasHeader: z.boolean(),
    mapping: z.array(columnSchema),
    mode: modeSchema,
    matchBy: z.string().nullable(),
    onDuplicate: onDuplicateSchema,
    createMissing: z.boolean(),
    counts: countsSchema,
    progress: z.number().min(0).max(1),
    failure: issueSchema.omit({ field: true }).nullable(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    hasResult: z.boolean(),
    version: z.number().int(),
    /** Only of a single import: the first rows as they are read with these settings. */
    sample: z.array(z.array(z.string())).optional(),
    /** Only of a single import: what the actor may map columns to. */
    targets: z.array(targetSchema).optional(),
    /** Only of a single import: the fields that rows may be matched by. */
    matchFields: z.array(z.string()).optional(),
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof importSchema>;

export const rowSchema = z
  .object({
    row: z.number().int(),
    cells: z.record(z.string(), z.string()),
    errors: z.array(issueSchema),
    /** Only in the list of undo conflicts. */
    recordId: z.string().optional(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof rowSchema>;

export const fixesSchema = z
  .strictObject({
    fixes: z
      .array(
        z.strictObject({
          row: z.number().int().min(1),
          cells: z.record(z.string().max(100), z.string().max(20_000)).optional(),
          skip: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'ImportFixes' });
export type ImportFix = z.infer<typeof fixesSchema>['fixes'][number];
