import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordData } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { useAccess } from '../../../lib/access';
import { useFormat } from '../../../lib/use-format';
import { useCompleteTask } from '../api/complete-task';
import { myTasksQuery } from '../api/home-queries';
import classes from './my-tasks.module.css';

export function MyTasks() {
  const { t } = useTranslation('home');
  const canRead = useAccess().can('read', 'activity');
  const query = useQuery({ ...myTasksQuery, enabled: canRead });
  if (!canRead) return null;
  return (
    <QueryPanel title={t('tasks.title')} query={query}>
      {({ items, names }) =>
        items.length === 0 ? (
          <EmptyState icon={IconCircleCheck} title={t('tasks.none')} text={t('tasks.noneText')} compact />
        ) : (
          <ul className={rows.list}>
            {items.map((task) => (
              <TaskRow key={task.id} task={task} about={names[String(task.regardingId)]} />
            ))}
          </ul>
        )
      }
    </QueryPanel>
  );
}

function TaskRow({ task, about }: { task: RecordData; about: string | undefined }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const access = useAccess();
  const complete = useCompleteTask();
  const subject = String(task.subject ?? '');
  const at = typeof task.at === 'string' ? task.at : undefined;
  const isLate = at !== undefined && new Date(at) < new Date();
  return (
    <li className={rows.row}>
      <input
        type="checkbox"
        className={classes.box}
        aria-label={t('tasks.complete', { subject })}
        checked={complete.isPending || complete.isSuccess}
        disabled={!access.canOn('update', task)}
        onChange={() => complete.mutate(task)}
      />
      <span className={rows.main}>
        <Link
          to="/$plural/$recordId"
          params={{ plural: 'activities', recordId: task.id }}
          className={rows.title}
        >
          {subject}
        </Link>
        {about ? <span className={rows.sub}>{about}</span> : null}
      </span>
      {at ? (
        <span className={`${rows.end} ${isLate ? rows.danger : ''}`} title={format.dateTime(at)}>
          {isLate ? t('tasks.late', { when: format.relative(at) }) : format.relative(at)}
        </span>
      ) : null}
    </li>
  );
}
