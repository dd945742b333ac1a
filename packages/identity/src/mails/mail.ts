import type { TenantContext } from '@vinculo/platform/context';
import { deliverOnce } from '@vinculo/platform/events/delivery';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { runtime } from '@vinculo/platform/runtime';
import type { Locale } from '../users/schema';
import { type MailContent, toHtml, toText } from './layout';

export interface Addressee {
  email: string;
  locale: Locale;
}

/**
 * Sends the one mail that answers an event to this person, however often the event is delivered. `write` runs at most
 * once an attempt, so it may mint a link. `name` is letters and dashes, as the provider's tags want it.
 */
export async function sendMail(
  ctx: TenantContext,
  event: DomainEvent,
  name: string,
  { email, locale }: Addressee,
  write: () => Promise<MailContent> | MailContent,
): Promise<void> {
  await deliverOnce(ctx, event.id, `${name}#${email}`, async () => {
    const content = await write();
    await ctx.ports.mail.send({
      to: headerValue(email),
      subject: headerValue(content.subject),
      text: toText(content),
      html: toHtml(content, locale),
      tags: { mail: name, tenant: ctx.tenantId },
    });
  });
}

/** A page of the web client. */
export function appPage(path: string): string {
  return runtime().appUrl + path;
}

/** A page of the web client that a token opens. */
export function appLink(path: string, token: string): string {
  return `${appPage(path)}?token=${encodeURIComponent(token)}`;
}

/** A line break would start another header: whatever carries one is not sent (S21). */
function headerValue(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new Error('A mail header may not hold a line break');
  return text;
}
