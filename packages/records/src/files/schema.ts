import * as z from 'zod';

/** 200 MB: a file beyond that is better cut in two, and its upload resumes badly. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

export const newFileSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((name) => !/\p{Cc}/u.test(name), { params: { code: 'text.control_character' } }),
    // More is refused by 413, not as input of the wrong form.
    size: z.number().int().min(1).meta({ maximum: MAX_FILE_BYTES }),
    contentType: z
      .string()
      .max(100)
      .regex(/^[\w.+-]+\/[\w.+-]+(?:\s*;\s*charset=[\w-]+)?$/)
      .default('text/csv'),
  })
  .meta({ id: 'NewFile' });
export type NewFile = z.infer<typeof newFileSchema>;

export const fileUploadSchema = z
  .object({
    fileId: z.string(),
    uploadUrl: z.string().meta({ description: 'Takes one PUT of the raw bytes, for 15 minutes.' }),
    maxBytes: z.number().int(),
  })
  .meta({ id: 'FileUpload' });
export type FileUpload = z.infer<typeof fileUploadSchema>;
