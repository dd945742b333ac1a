import { Chip, Group } from '@mantine/core';
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
  return (
    <Chip.Group
      value={value}
      onChange={(next) => onChange(FILTERS.find((filter) => filter === next) ?? 'all')}
      multiple={false}
    >
      <Group
        gap={4}
        role="radiogroup"
        aria-label={t('timeline.filter')}
        className={classes.filters}
        wrap="nowrap"
      >
        {FILTERS.map((filter) => (
          <Chip
            key={filter}
            value={filter}
            size="xs"
            variant="light"
            classNames={{ label: classes.label, iconWrapper: classes.icon }}
          >
            {t(`timeline.filters.${filter}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

export function passes(entry: Entry, filter: TimelineFilter): boolean {
  if (filter === 'all') return true;
  if (entry.kind === 'activity') return entry.activity.kind === filter;
  return filter === 'changes';
}
