import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { EventEnvelope, RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../../../components/fields/field-value';
import { entityColors } from '../../../components/ui/entity-icon';
import { LazyPopup } from '../../../components/ui/lazy-popup';
import { TickBox } from '../../../components/ui/tick-box';
import { useAccess } from '../../../lib/access';
import { useRecordType } from '../../../lib/metadata';
import { notifyError } from '../../../lib/notify';
import { preloadable } from '../../../lib/preloadable';
import { useProblemText } from '../../../lib/problem-text';
import { fieldOf } from '../../../lib/record-fields';
import { useSaveRecord } from '../../../lib/records/use-save-record';
import { useFormat } from '../../../lib/use-format';
import classes from './activity-item.module.css';
import { ACTIVITY_GLYPHS, toActivityKind } from './activity-kinds';
import { ActivityMenuButton } from './activity-menu-button';
import { Actor } from './actor';
import { isOpenTask } from './entries';
import entryClasses from './entry-item.module.css';

const ActivityMenu = preloadable(() => import('./activity-menu'));

interface ActivityItemProps {
  activity: RecordData;
  actor: EventEnvelope['actor'];
  at: string;
  showDate: boolean;
}

/** A note, task, call, meeting or mail as it stands on the line of time. */
export function ActivityItem({ activity, actor, at, showDate }: ActivityItemProps) {
  const { t } = useTranslation('records');
  const info = useRecordType('activity');
  const kind = toActivityKind(activity.kind);
  const { glyph: Glyph, color } = ACTIVITY_GLYPHS[kind];
  const body = typeof activity.body === 'string' ? activity.body : '';
  const isOverdue =
    isOpenTask(activity) && typeof activity.at === 'string' && Date.parse(activity.at) < Date.now();
  return (
    <li className={entryClasses.entry}>
      <span className={entryClasses.glyph} style={entityColors(color)} aria-hidden>
        <Glyph size={13} stroke={1.8} />
      </span>
      <article className={classes.card}>
        <div className={classes.head}>
          {info && kind === 'task' ? <TaskTick info={info} task={activity} /> : null}
          <Link
            to="/$plural/$recordId"
            params={{ plural: 'activities', recordId: activity.id }}
            className={classes.subject}
            data-done={(kind === 'task' && activity.isDone === true) || undefined}
          >
            {String(activity.subject ?? '')}
          </Link>
          <When at={at} showDate={showDate} isOverdue={isOverdue} />
          {info ? (
            <LazyPopup
              preload={ActivityMenu.preload}
              target={(button) => <ActivityMenuButton activity={activity} {...button} />}
              popup={<ActivityMenu info={info} activity={activity} />}
            />
          ) : null}
        </div>
        {body && body !== activity.subject ? <p className={classes.body}>{body}</p> : null}
        <p className={classes.meta}>
          <span>
            {t(`activity.${kind}`)} · <Actor actor={actor} />
          </span>
          {info ? <Details info={info} activity={activity} /> : null}
        </p>
      </article>
    </li>
  );
}

function When({ at, showDate, isOverdue }: { at: string; showDate: boolean; isOverdue: boolean }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  return (
    <time
      className={classes.when}
      dateTime={at}
      data-overdue={isOverdue || undefined}
      title={format.dateTime(at)}
    >
      {isOverdue
        ? t('activity.overdue', { date: format.date(at) })
        : showDate
          ? format.dateTime(at)
          : format.time(at)}
    </time>
  );
}

function TaskTick({ info, task }: { info: RecordTypeInfo; task: RecordData }) {
  const { t } = useTranslation('records');
  const access = useAccess();
  const save = useSaveRecord(info);
  const { describe } = useProblemText();
  // Its own, because what is cached reaches the screen a moment later, and the box would spring back meanwhile.
  const [isDone, setDone] = useState(task.isDone === true);
  async function toggle(): Promise<void> {
    setDone(!isDone);
    try {
      await save(task, { isDone: !isDone });
    } catch (error) {
      setDone(isDone);
      notifyError(describe(error).title);
    }
  }
  return (
    <TickBox
      checked={isDone}
      disabled={!access.canOn('update', task)}
      onChange={() => void toggle()}
      aria-label={t('activity.tick', { subject: String(task.subject ?? '') })}
    />
  );
}

const DETAILS = ['direction', 'durationMinutes', 'priority'] as const;

function Details({ info, activity }: { info: RecordTypeInfo; activity: RecordData }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const { remindAt, ownerId, createdBy, durationMinutes } = activity;
  const owner = fieldOf(info, 'ownerId');
  return (
    <>
      {DETAILS.filter((name) => name !== 'durationMinutes').map((name) => {
        const field = fieldOf(info, name);
        const value = activity[name];
        return field && value && value !== 'normal' ? (
          <FieldValue key={name} field={field} value={value} variant="cell" />
        ) : null;
      })}
      {typeof durationMinutes === 'number' ? (
        <span>{t('activity.minutes', { count: durationMinutes })}</span>
      ) : null}
      {owner && ownerId && ownerId !== createdBy ? (
        <FieldValue field={owner} value={ownerId} variant="cell" />
      ) : null}
      {typeof remindAt === 'string' && Date.parse(remindAt) > Date.now() ? (
        <span className={classes.reminder}>
          <IconBell size={12} aria-hidden /> {t('activity.reminderAt', { time: format.dateTime(remindAt) })}
        </span>
      ) : null}
    </>
  );
}
