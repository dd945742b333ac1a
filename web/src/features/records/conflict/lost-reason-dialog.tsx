import { Button, Chip, Group, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../lib/questions';
import type { LostDeals } from '../../../lib/records/questions';
import { lostReasonsQuery } from '../../../lib/workspace';
import classes from './conflict-dialog.module.css';

/** A deal is about to be lost: one of the company's reasons, or another in words. */
export default function LostReasonDialog({ question }: { question: Question<LostDeals, string> }) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const { data } = useQuery(lostReasonsQuery);
  const [reason, setReason] = useState('');
  const { asked } = question;
  const title = 'title' in asked ? t('lost.title', asked) : t('lost.several', asked);
  const reasons = (data?.items ?? []).filter(({ isArchived }) => !isArchived);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim()) question.answer(reason.trim());
  }

  return (
    <Modal
      opened
      onClose={() => question.answer(null)}
      zIndex={400}
      title={title}
      closeButtonProps={{ 'aria-label': tCommon('action.close') }}
    >
      <form onSubmit={onSubmit} className={classes.form}>
        <Chip.Group value={reason} onChange={(next) => setReason(String(next))} multiple={false}>
          <Group gap="xs" role="radiogroup" aria-label={t('lost.reasons')}>
            {reasons.map(({ id, name }) => (
              <Chip key={id} value={name} size="sm" variant="light">
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <TextInput
          label={t('lost.other')}
          maxLength={200}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={() => question.answer(null)}>
            {tCommon('action.cancel')}
          </Button>
          <Button type="submit" color="red.8" disabled={reason.trim() === ''}>
            {t('lost.submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
