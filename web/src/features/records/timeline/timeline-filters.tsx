import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from './entries';
import classes from './timeline-filters.module.css';

const FILTERS = ['all', 'note', 'task', 'call', 'meeting', 'email', 'changes'] as const;
export type TimelineFilter = (typeof FILTERS)[number];

interface TimelineFiltersProps {
  value: TimelineFilter;
  onChange: (filter: TimelineFilter) => void;
}

export function TimelineFilters({ value, onChange }: TimelineFiltersProps) {
  const { t } = useTranslation('records');
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('timeline.filter')} className={classes.filters}>
      {FILTERS.map((filter) => (
        <label key={filter} className={classes.filter}>
          <input
            type="radio"
            name={name}
            className={classes.radio}
            checked={filter === value}
            onChange={() => onChange(filter)}
          />
          {t(`timeline.filters.${filter}`)}
        </label>
      ))}
    </div>
  );
}

export function passes(entry: Entry, filter: TimelineFilter): boolean {
  if (filter === 'all') return true;
  if (entry.kind === 'activity') return entry.activity.kind === filter;
  return filter === 'changes';
}
