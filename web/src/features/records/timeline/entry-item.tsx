import {
  type Icon,
  IconArrowRight,
  IconArrowsExchange,
  IconCircleDot,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ReferenceValue } from '../../../components/fields/values/reference-value';
import { StageValue } from '../../../components/fields/values/stage-value';
import { useLabel, useRecordType } from '../../../lib/metadata';
import { useDuration } from '../../../lib/use-duration';
import { useFormat } from '../../../lib/use-format';
import { ActivityItem } from './activity-item';
import { Actor } from './actor';
import { ChangeList } from './change-list';
import type { Entry } from './entries';
import classes from './entry-item.module.css';

const GLYPHS: Record<Exclude<Entry['kind'], 'activity'>, Icon> = {
  changes: IconPencil,
  stage: IconArrowRight,
  converted: IconArrowsExchange,
  created: IconPlus,
  deleted: IconTrash,
  restored: IconRestore,
  other: IconCircleDot,
};

interface EntryItemProps {
  entry: Entry;
  /** Where the group isn't a day: what is still to come. */
  showDate: boolean;
}

export function EntryItem({ entry, showDate }: EntryItemProps) {
  const { time } = useFormat();
  if (entry.kind === 'activity') {
    return <ActivityItem activity={entry.activity} actor={entry.actor} at={entry.at} showDate={showDate} />;
  }
  const Glyph = GLYPHS[entry.kind];
  return (
    <li className={classes.entry}>
      <span className={classes.glyph} aria-hidden>
        <Glyph size={13} stroke={1.8} />
      </span>
      <div className={classes.body}>
        <p className={classes.line}>
          <Actor actor={entry.actor} /> <EntryText entry={entry} />
          <time className={classes.time} dateTime={entry.at}>
            {time(entry.at)}
          </time>
        </p>
        {entry.kind === 'changes' ? <ChangeList type={entry.subject.type} changes={entry.changes} /> : null}
      </div>
    </li>
  );
}

function EntryText({ entry }: { entry: Exclude<Entry, { kind: 'activity' }> }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const duration = useDuration();
  const subject = 'subject' in entry ? entry.subject.type : '';
  const info = useRecordType(subject);
  const type = label(info?.labels.one, subject).toLowerCase();
  switch (entry.kind) {
    case 'changes':
      return <>{t('timeline.changed', { count: entry.changes.length, type })}</>;
    case 'created':
      return (
        <>
          {entry.importName === undefined
            ? t('timeline.created', { type })
            : t('timeline.imported', { type, file: entry.importName })}
        </>
      );
    case 'deleted':
      return <>{t('timeline.deleted', { type })}</>;
    case 'restored':
      return <>{t('timeline.restored', { type })}</>;
    case 'stage':
      return (
        <>
          {t('timeline.moved')} {entry.from ? <StageValue id={entry.from} /> : null}{' '}
          <IconArrowRight size={12} aria-label={t('timeline.to')} /> <StageValue id={entry.to} />
          {entry.ms === undefined ? null : (
            <span className={classes.quiet}> {t('timeline.after', { duration: duration(entry.ms) })}</span>
          )}
        </>
      );
    case 'converted':
      return (
        <>
          {t('timeline.converted')}{' '}
          {entry.ids.map((id) => (
            <span key={id} className={classes.reference}>
              <ReferenceValue id={id} to={[]} isInCell={false} />
            </span>
          ))}
        </>
      );
    default:
      return <>{entry.type}</>;
  }
}
