import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { LostReason } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { Panel } from '../../../../components/ui/panel';
import { notifySuccess } from '../../../../lib/notify';
import { useSubmit } from '../../../../lib/use-submit';
import { lostReasonsQuery, useSaveLostReasons } from '../../api/pipelines';
import classes from './lost-reasons.module.css';

interface ReasonValues extends Record<string, unknown> {
  items: LostReason[];
}

export function LostReasons() {
  const { t } = useTranslation(['settings', 'common']);
  const { data } = useSuspenseQuery(lostReasonsQuery);
  const save = useSaveLostReasons();
  const form = useForm<ReasonValues>({
    initialValues: { items: data.items },
    validate: { items: { name: isNotEmpty(t('common:form.required')) } },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ items }) => save.mutateAsync(items.map(({ id, ...reason }) => (id ? { id, ...reason } : reason))),
    onDone: ({ items }) => {
      form.setInitialValues({ items });
      form.reset();
      notifySuccess(t('common:form.saved'));
    },
  });
  return (
    <Panel title={t('lostReasons.title')}>
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <p className={classes.text}>{t('lostReasons.text')}</p>
        <FormProblem problem={problem} />
        <ul className={classes.list}>
          {form.values.items.map((reason, index) => (
            <li key={reason.id || `new-${index}`} className={classes.row}>
              <TextInput
                aria-label={t('lostReasons.name', { number: index + 1 })}
                {...form.getInputProps(`items.${index}.name`)}
              />
              <ActionIcon
                size="lg"
                aria-label={t('lostReasons.remove', { name: reason.name })}
                onClick={() => form.removeListItem('items', index)}
              >
                <IconTrash size={15} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => form.insertListItem('items', { id: '', name: '' })}
          >
            {t('lostReasons.add')}
          </Button>
          <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
            {t('common:action.save')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
