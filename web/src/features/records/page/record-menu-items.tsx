import { Menu } from '@mantine/core';
import { IconCopy, IconLink, IconTrash } from '@tabler/icons-react';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { notifySuccess } from '../../../lib/notify';
import { openOverlay } from '../../../lib/overlays';
import { ACTIVITY_GLYPHS, ACTIVITY_KINDS, type ActivityKind } from '../timeline/activity-kinds';
import { useMayWriteAbout } from '../timeline/use-may-write-about';
import { copyableValues } from './copyable-values';
import { RecordMenuButton } from './record-menu-button';

export interface RecordMenuProps {
  info: RecordTypeInfo;
  record: RecordData;
  onDelete: () => void;
  /** Begins to write about the record. */
  onWrite: (kind: ActivityKind) => void;
}

export default function RecordMenuItems({ info, record, onDelete, onWrite }: RecordMenuProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const access = useAccess();
  const mayWrite = useMayWriteAbout(info.name);

  async function copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    notifySuccess(t('page.linkCopied'));
  }

  return (
    <Menu defaultOpened position="bottom-end" width={220}>
      <Menu.Target>
        <RecordMenuButton />
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite ? (
          <>
            <Menu.Label>{t('composer.title')}</Menu.Label>
            {ACTIVITY_KINDS.map((kind) => (
              <KindItem key={kind} kind={kind} onWrite={onWrite} />
            ))}
            <Menu.Divider />
          </>
        ) : null}
        <Menu.Item leftSection={<IconLink size={15} />} onClick={() => void copyLink()}>
          {t('page.copyLink')}
        </Menu.Item>
        {access.can('create', info.name) ? (
          <Menu.Item
            leftSection={<IconCopy size={15} />}
            onClick={() =>
              openOverlay({ kind: 'create', type: info.name, values: copyableValues(info, record) })
            }
          >
            {t('page.duplicate')}
          </Menu.Item>
        ) : null}
        {access.canOn('delete', record) ? (
          <>
            <Menu.Divider />
            <Menu.Item color="red.8" leftSection={<IconTrash size={15} />} onClick={onDelete}>
              {t('page.delete', { type: label(info.labels.one).toLowerCase() })}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function KindItem({ kind, onWrite }: { kind: ActivityKind; onWrite: (kind: ActivityKind) => void }) {
  const { t } = useTranslation('records');
  const { glyph: Glyph } = ACTIVITY_GLYPHS[kind];
  return (
    <Menu.Item leftSection={<Glyph size={15} />} onClick={() => onWrite(kind)}>
      {t(`activity.${kind}`)}
    </Menu.Item>
  );
}
