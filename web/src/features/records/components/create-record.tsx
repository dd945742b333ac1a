import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabel, useRecordType } from '../../../lib/metadata';

interface CreateRecordProps {
  type: string;
  values?: Record<string, unknown> | undefined;
  onClose: () => void;
}

export default function CreateRecord({ type, onClose }: CreateRecordProps) {
  const { t } = useTranslation('shell');
  const label = useLabel();
  const info = useRecordType(type);
  if (!info) return null;
  return (
    <Modal opened onClose={onClose} title={t('create.one', { type: label(info.labels.one).toLowerCase() })} />
  );
}
