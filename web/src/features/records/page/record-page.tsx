import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { recordQuery } from '../../../lib/records/queries';
import { FieldsPanel } from './fields-panel';
import { RecordHeader } from './record-header';
import classes from './record-page.module.css';
import { RecordTabs } from './record-tabs';

interface RecordPageProps {
  info: RecordTypeInfo;
  id: string;
  /** Which of the tabs is open; the timeline without it. */
  tab: string | undefined;
  onTab: (tab: string) => void;
}

/** Everything about one record: its fields at the side, and what happened and belongs to it beside them. */
export function RecordPage({ info, id, tab, onTab }: RecordPageProps) {
  const { data: record } = useSuspenseQuery(recordQuery(info, id));
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  return (
    <>
      <RecordHeader info={info} record={record} onTab={onTab} />
      <div className={classes.columns} key={id}>
        {isNarrow ? null : (
          <aside className={classes.side}>
            <FieldsPanel info={info} record={record} />
          </aside>
        )}
        <RecordTabs info={info} record={record} tab={tab} onTab={onTab} withDetails={isNarrow ?? false} />
      </div>
    </>
  );
}
