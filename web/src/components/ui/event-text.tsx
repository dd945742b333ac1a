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
    actor.kind === 'user'
      ? (actor.name ?? names[actor.id] ?? users.find(({ id }) => id === actor.id)?.name ?? t('someone'))
      : t(`actor.${actor.kind}`);
  return (
    <>
      <strong>{who}</strong> {verb}
    </>
  );
}

function useEventVerb({ type, subject }: EventEnvelope, names: Record<string, string>): string {
  const { t, i18n } = useTranslation('events');
  const label = useLabel();
  const info = useRecordType(subject.type);
  const users = useQuery(usersQuery).data?.items ?? [];
  const name = subject.name ?? names[subject.id] ?? users.find(({ id }) => id === subject.id)?.name ?? '';
  const verb = type.slice(type.indexOf('.') + 1);
  const translate = t as unknown as (key: string, options: Record<string, unknown>) => string;

  if (i18n.exists(`own.${type}`, { ns: 'events' })) return translate(`own.${type}`, { name }).trim();
  const kind = info ? label(info.labels.one).toLowerCase() : subject.type.replaceAll('_', ' ');
  const what = name ? `${kind} ${name}` : t('unnamed', { kind });
  if (i18n.exists(`verb.${verb}`, { ns: 'events' })) return translate(`verb.${verb}`, { what });
  return `${type} ${name}`.trim();
}
