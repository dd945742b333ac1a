import { Button, Group } from '@mantine/core';
import { IconFilterOff, IconListDetails, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { ButtonLink } from '../../../components/ui/links';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { openOverlay } from '../../../lib/overlays';
import type { List } from './use-list';

/** Nothing here: because nothing matches, or because there is nothing yet. */
export default function EmptyList({ list }: { list: List }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const access = useAccess();
  const { info, state, change } = list;
  const mayImport = access.mayImport && !info.isSecondary;
  const mayCreate = access.can('create', info.name);
  const many = label(info.labels.many).toLowerCase();
  if (state.filter.length > 0 || state.q) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t('list.noMatch', { type: many })}
        text={t('list.noMatchText')}
        action={
          <Button variant="default" onClick={() => change({ filter: [], q: '' })}>
            {t('list.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={IconListDetails}
      title={t('list.empty', { type: many })}
      text={mayImport || mayCreate ? t('list.emptyText') : undefined}
      action={
        <Group gap="xs" justify="center">
          {mayImport ? (
            <ButtonLink
              to="/imports"
              search={{ type: info.plural }}
              variant="default"
              leftSection={<IconTableImport size={15} />}
            >
              {t('list.import')}
            </ButtonLink>
          ) : null}
          {mayCreate ? (
            <Button
              leftSection={<IconPlus size={15} />}
              onClick={() => openOverlay({ kind: 'create', type: info.name })}
            >
              {t('create.title', { type: label(info.labels.one).toLowerCase() })}
            </Button>
          ) : null}
        </Group>
      }
    />
  );
}
