import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DeviceSession } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { Tag } from '../../../../components/ui/tag';
import { useFormat } from '../../../../lib/use-format';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { devicesQuery, useEndDevice } from '../../api/devices';

export function SessionsPanel() {
  const { t } = useTranslation('settings');
  const query = useQuery(devicesQuery);
  return (
    <QueryPanel title={t('sessions.title')} query={query}>
      {({ items }) => (
        <ul className={rows.list}>
          {items.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}

function DeviceRow({ device }: { device: DeviceSession }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const notice = useProblemNotice();
  const end = useEndDevice();
  const { browser, system, isPhone } = device;
  const name = [browser, system].filter(Boolean).join(' · ') || t('sessions.unknown');
  const Glyph = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={rows.row}>
      <Glyph size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title} title={device.userAgent}>
          {name}
        </span>
        <span className={rows.sub}>
          {t('sessions.seen', { when: format.relative(device.lastSeenAt), ip: device.ip })}
        </span>
      </span>
      {device.isNewDevice ? <Tag color="yellow">{t('sessions.new')}</Tag> : null}
      {device.isCurrent ? (
        <Tag color="green">{t('sessions.current')}</Tag>
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          aria-label={t('sessions.endOf', { name })}
          onClick={() => end.mutate(device.id, { onError: notice })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
