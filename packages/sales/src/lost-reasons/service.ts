import { requirePermission, type UserContext } from '@vinculo/identity/access/user-context';
import { type FieldError, invalidInput } from '@vinculo/platform/errors';
import { newId } from '@vinculo/platform/ids';
import { readReasons, writeReasons } from './repository';
import type { LostReason, LostReasonsInput } from './schema';

/*
 * An opportunity keeps the reason's name, not its id, so that imports may bring reasons of their own and a report of
 * last year still reads as it was written.
 */

export async function listLostReasons(ctx: UserContext): Promise<LostReason[]> {
  return (await readReasons(ctx)) ?? defaultReasons(ctx.tenant.locale);
}

export async function setLostReasons(ctx: UserContext, { items }: LostReasonsInput): Promise<LostReason[]> {
  requirePermission(ctx, 'pipelines.manage');
  const names = items.map(({ name }) => name.toLowerCase());
  const errors = names.flatMap((name, position): FieldError[] =>
    names.indexOf(name) === position
      ? []
      : [
          {
            pointer: `/items/${position}/name`,
            code: 'lost_reason.name_taken',
            detail: 'Two reasons have this name.',
          },
        ],
  );
  if (errors.length > 0) throw invalidInput(errors);
  const now = ctx.clock.now();
  const reasons = items.map(({ id, name, isArchived }) => ({
    id: id || newId('lsr', now),
    name,
    ...(isArchived ? { isArchived } : {}),
  }));
  await writeReasons(ctx, reasons, {
    type: 'tenant.lost_reasons_changed',
    subject: { type: 'tenant', id: ctx.tenantId },
    data: { reasons },
    isAudited: true,
  });
  return reasons;
}

/** The reason as it is kept: a listed one may be given by its id. */
export async function lostReasonText(ctx: UserContext, given: string): Promise<string> {
  const reasons = await listLostReasons(ctx);
  return reasons.find(({ id }) => id === given)?.name ?? given;
}

function defaultReasons(locale: string): LostReason[] {
  const language = locale.startsWith('es') ? 1 : 0;
  return DEFAULTS.map(([id, ...names]) => ({ id, name: names[language] }));
}

const DEFAULTS = [
  ['lsr_price', 'Price', 'Precio'],
  ['lsr_competitor', 'Chose a competitor', 'Eligió a un competidor'],
  ['lsr_no_budget', 'No budget', 'Sin presupuesto'],
  ['lsr_timing', 'Not now', 'No es el momento'],
  ['lsr_fit', 'Not a fit', 'No encaja'],
  ['lsr_no_answer', 'No answer', 'Sin respuesta'],
] as const;
