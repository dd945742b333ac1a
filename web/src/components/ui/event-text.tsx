import { useQuery } from '@tanstack/react-query';
import type { EventEnvelope } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel, useRecordType } from '../../lib/metadata';
import { usersQuery } from '../../lib/workspace';

interface EventTextProps {
  event: EventEnvelope;
  /** Display names by id, where the list that holds the event brought them. */
  names?: Record<string, string>;
}

/** An event as a sentence: who did what to whom. */
export function EventText({ event, names = {} }: EventTextProps) {
  const users = useQuery(usersQuery).data?.items ?? [];
  const { actor } = event;
  const verb = useEventVerb(event, names);
  const { t } = useTranslation('events');
  const who =
    actor.name ??
    names[actor.id] ??
    users.find(({ id }) => id === actor.id)?.name ??
    (actor.kind === 'user' ? t('someone') : t(`actor.${actor.kind}`));
  return (
    <>
      <strong>{who}</strong> {verb}
    </>
  );
}

function useEventVerb({ type, subject, data }: EventEnvelope, names: Record<string, string>): string {
  const { t, i18n } = useTranslation('events');
  const label = useLabel();
  const info = useRecordType(subject.type);
  const users = useQuery(usersQuery).data?.items ?? [];
  // Types of events are open-ended, so their keys are only known at run time.
  const translate = t as unknown as (key: string, options?: Record<string, unknown>) => string;
  const has = (key: string) => i18n.exists(key, { ns: 'events' });
  const said = textsOf(data);
  const name =
    subject.name ?? names[subject.id] ?? users.find(({ id }) => id === subject.id)?.name ?? said.name ?? '';

  if (has(`own.${type}`)) return translate(`own.${type}`, { ...said, name }).trim();
  const known = has(`subject.${subject.type}`) ? translate(`subject.${subject.type}`) : subject.type;
  const kind = info ? label(info.labels.one).toLowerCase() : known;
  const what = name ? `${kind} ${name}` : t('unnamed', { kind });
  const verb = type.slice(type.indexOf('.') + 1);
  return has(`verb.${verb}`) ? translate(`verb.${verb}`, { what }) : `${type} ${name}`.trim();
}

/** The plain values of an event's data, to name in a sentence: an address, a name. */
function textsOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
