import { Button, Group, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useName } from '../../../lib/names';
import type { Question } from '../../../lib/questions';
import { fieldOf } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import type { ConflictQuestion } from '../../../lib/records/questions';
import { useFormat } from '../../../lib/use-format';
import { type Choice, chosenValues } from './chosen-values';
import classes from './conflict-dialog.module.css';
import { ConflictField } from './conflict-field';

type Props = { question: Question<ConflictQuestion, Record<string, unknown>> };

/** Two people changed the same fields: for each of them the person decides what it shall be. */
export default function ConflictDialog({ question }: Props) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const { relative } = useFormat();
  const { info, current, conflicts } = question.asked;
  const who = useName(current.updatedBy) ?? t('value.unknown');
  // Theirs to begin with: whoever only presses Enter overwrites nothing.
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const choiceOf = (field: string): Choice => choices[field] ?? 'theirs';
  const chooseAll = (choice: Choice) =>
    setChoices(Object.fromEntries(conflicts.map(({ field }) => [field, choice])));

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    question.answer(chosenValues(conflicts, choiceOf));
  }

  return (
    <Modal
      opened
      onClose={() => question.answer(null)}
      closeOnClickOutside={false}
      size="lg"
      zIndex={400}
      title={t('conflict.title', { title: titleOf(info, current) })}
      closeButtonProps={{ 'aria-label': tCommon('action.close') }}
    >
      <form onSubmit={onSubmit} className={classes.form}>
        <p className={classes.text}>
          {t('conflict.text', { who, when: relative(current.updatedAt), count: conflicts.length })}
        </p>
        {conflicts.map((conflict, index) => {
          const field = fieldOf(info, conflict.field);
          return field ? (
            <ConflictField
              key={conflict.field}
              field={field}
              conflict={conflict}
              who={who}
              choice={choiceOf(conflict.field)}
              isFirst={index === 0}
              onChoose={(choice) => setChoices((others) => ({ ...others, [conflict.field]: choice }))}
            />
          ) : null;
        })}
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            {conflicts.length > 1 ? (
              <>
                <Button variant="subtle" color="gray" onClick={() => chooseAll('theirs')}>
                  {t('conflict.allTheirs')}
                </Button>
                <Button variant="subtle" color="gray" onClick={() => chooseAll('mine')}>
                  {t('conflict.allMine')}
                </Button>
              </>
            ) : null}
          </Group>
          <Group gap="xs">
            <Button variant="default" onClick={() => question.answer(null)}>
              {t('conflict.discard')}
            </Button>
            <Button type="submit">{tCommon('action.save')}</Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
