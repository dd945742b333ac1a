import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { RecordData } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { useLabel, useRecordType } from '../../../lib/metadata';
import { notifySuccess } from '../../../lib/notify';
import { titleOf } from '../../../lib/record-title';
import { CreateForm } from './create-form';
import classes from './create-record.module.css';
import { DuplicateList } from './duplicate-list';
import { useCreateRecord } from './use-create-record';

interface CreateRecordProps {
  type: string;
  values?: Record<string, unknown> | undefined;
  onClose: () => void;
}

/** Creates a record of any type. Somebody who may exist already is shown before a second one is made. */
export default function CreateRecord({ type, values, onClose }: CreateRecordProps) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const label = useLabel();
  const navigate = useNavigate();
  const info = useRecordType(type);
  const [isDirty, setDirty] = useState(false);
  if (!info) return null;
  const name = label(info.labels.one).toLowerCase();

  async function onCreated(record: RecordData): Promise<void> {
    onClose();
    if (info) notifySuccess(t('create.created', { title: titleOf(info, record) }));
    // Made from another record, the person goes on there.
    if (!values && info)
      await navigate({ to: '/$plural/$recordId', params: { plural: info.plural, recordId: record.id } });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!isDirty}
      closeOnEscape={!isDirty}
      size="xl"
      title={
        <span className={classes.title}>
          <EntityIcon type={info.name} size="md" /> {t('create.title', { type: name })}
        </span>
      }
      closeButtonProps={{ 'aria-label': tCommon('action.close') }}
    >
      <CreateBody
        info={info}
        values={values}
        onDirty={() => setDirty(true)}
        onClose={onClose}
        onCreated={onCreated}
      />
    </Modal>
  );
}

interface CreateBodyProps {
  info: NonNullable<ReturnType<typeof useRecordType>>;
  values: Record<string, unknown> | undefined;
  onDirty: () => void;
  onClose: () => void;
  onCreated: (record: RecordData) => Promise<void>;
}

function CreateBody({ info, values, onDirty, onClose, onCreated }: CreateBodyProps) {
  const creation = useCreateRecord({ info, preset: values ?? {}, onCreated });
  return (
    <>
      {creation.duplicates ? (
        <DuplicateList
          info={info}
          duplicates={creation.duplicates}
          isSaving={creation.isSaving}
          onOpen={onClose}
          onBack={creation.backToForm}
          onCreate={() => creation.submit('allow')}
        />
      ) : null}
      <div hidden={creation.duplicates !== null}>
        <CreateForm
          creation={creation}
          onChange={(field, value) => {
            onDirty();
            creation.change(field, value);
          }}
          onClose={onClose}
        />
      </div>
    </>
  );
}
