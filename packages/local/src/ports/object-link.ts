import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

const linkSchema = z.object({
  tenantId: z.string(),
  name: z.string(),
  expiresAtMs: z.number(),
  upload: z.object({ contentType: z.string(), maxBytes: z.number() }).optional(),
  /** Name that a download is saved under. */
  fileName: z.string().optional(),
});

export type ObjectLink = z.infer<typeof linkSchema>;

/** Seals what a link allows, as a presigned URL does. */
export function sealLink(secret: string, link: ObjectLink): string {
  const payload = Buffer.from(JSON.stringify(link)).toString('base64url');
  return `${payload}.${signatureOf(secret, payload)}`;
}

/** Returns `undefined` for a link that is forged or over. */
export function openLink(secret: string, token: string, nowMs: number): ObjectLink | undefined {
  const [payload = '', given = ''] = token.split('.');
  const expected = signatureOf(secret, payload);
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
    return undefined;
  }
  const link = linkSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return link.expiresAtMs > nowMs ? link : undefined;
}

function signatureOf(secret: string, payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
