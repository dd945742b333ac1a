import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconDownload, IconTrash, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { fieldOf } from '../../../lib/record-fields';
import { withLostReason } from '../../../lib/records/lost-reason';
import { allOf } from '../grid/use-selection';
import { useExport } from '../list/use-export';
import type { List } from '../list/use-list';
import classes from './bulk-bar.module.css';
import { SetField } from './set-field';
import { useBulk } from './use-bulk';

/** More ids than this don't fit a condition of an export. */
const MOST_IDS = 100;

/** What can be done with the selected records, over the list's lower edge. */
export default function BulkBar({ list }: { list: List }) {
  const { info, records, selection, setSelection } = list;
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const access = useAccess();
  const selected = records.filter(({ id }) => selection[id]);
  const client = useQueryClient();
  const bulk = useBulk(info, () => setSelection({}));
  const exporting = useExport(list);
  if (selected.length === 0 && !bulk.progress) return null;
  const { progress } = bulk;
  if (progress) {
    return (
      <section className={classes.bar} aria-label={t('bulk.label')}>
        <span role="status">{t('bulk.progress', { done: progress.done, total: progress.total })}</span>
        <Progress
          value={(progress.done / progress.total) * 100}
          w={160}
          size="sm"
          aria-label={t('bulk.label')}
        />
        <Button size="xs" variant="default" onClick={bulk.cancel}>
          {tCommon('action.cancel')}
        </Button>
      </section>
    );
  }
  const owner = fieldOf(info, 'ownerId');
  const tags = fieldOf(info, 'tags');
  const mayUpdate = access.can('update', info.name);
  async function setValue(field: string, value: unknown): Promise<void> {
    const deals = { count: selected.length };
    const values = await withLostReason(client, { info, deals, isLost: false, changes: { [field]: value } });
    if (values) set({ kind: 'update', valuesOf: () => ({ ...values }) });
  }
  const set = (valuesOf: Parameters<typeof bulk.run>[1]) => void bulk.run(selected, valuesOf);
  return (
    <section className={classes.bar} aria-label={t('bulk.label')}>
      <span className={classes.count} role="status">
        {t('bulk.selected', { count: selected.length })}
      </span>
      {selected.length < records.length ? (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          className={classes.all}
          onClick={() => setSelection(allOf(records))}
        >
          {t('bulk.selectLoaded', { count: records.length })}
        </Button>
      ) : null}
      {mayUpdate ? (
        <>
          <SetField info={info} onSet={(field, value) => void setValue(field, value)} />
          {owner ? (
            <SetField
              info={info}
              only={owner}
              label={t('bulk.assign')}
              onSet={(field, value) => set({ kind: 'update', valuesOf: () => ({ [field]: value }) })}
            />
          ) : null}
          {tags ? (
            <SetField
              info={info}
              only={tags}
              label={t('bulk.addTag')}
              onSet={(_field, value) =>
                set({ kind: 'update', valuesOf: (record) => ({ tags: withTags(record.tags, value) }) })
              }
            />
          ) : null}
        </>
      ) : null}
      {access.has('records.export') && selected.length <= MOST_IDS ? (
        <ActionIcon
          size="lg"
          aria-label={t('bulk.export')}
          title={t('bulk.export')}
          loading={exporting.progress !== null}
          onClick={() =>
            void exporting.start([{ field: 'id', op: 'in', value: selected.map(({ id }) => id) }])
          }
        >
          <IconDownload size={16} />
        </ActionIcon>
      ) : null}
      {access.can('delete', info.name) ? (
        <ActionIcon
          size="lg"
          aria-label={tCommon('action.delete')}
          title={tCommon('action.delete')}
          onClick={() => set({ kind: 'delete' })}
        >
          <IconTrash size={16} color="var(--v-danger)" />
        </ActionIcon>
      ) : null}
      <ActionIcon
        size="lg"
        aria-label={t('bulk.clear')}
        title={t('bulk.clear')}
        onClick={() => setSelection({})}
      >
        <IconX size={16} />
      </ActionIcon>
    </section>
  );
}

/** The tags a record has, and the new ones after them. */
function withTags(current: unknown, added: unknown): unknown[] {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return [...new Set([...list(current), ...list(added)])];
}
