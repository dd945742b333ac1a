import type { Context } from 'hono';
import * as z from 'zod';

/** What API Gateway's HTTP API tells of the caller. */
const bindingsSchema = z.object({
  event: z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
});

/**
 * The viewer's address. CloudFront and then the gateway each append whom they were called by to `x-forwarded-for`, so
 * the viewer is the last but one; without CloudFront it is the gateway's caller. It only serves limits and the list of
 * one's sessions, never a right.
 */
export function viewerIp(c: Context): string {
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const viewer = hops.at(-2);
  if (viewer) return viewer;
  return bindingsSchema.safeParse(c.env).data?.event.requestContext.http.sourceIp ?? '';
}
