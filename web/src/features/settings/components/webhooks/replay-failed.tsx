import { Button, NativeSelect, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormPopover } from '../../../../components/ui/form-popover';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useRefreshWebhooks } from '../../api/webhooks';

const DAYS = ['1', '3', '7', '30'];
const DAY_MS = 86_400_000;

export function ReplayFailed({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('webhooks');
  const onError = useProblemNotice();
  const refresh = useRefreshWebhooks();
  const [isOpen, setOpen] = useState(false);
  const [days, setDays] = useState('3');
  const replay = useMutation({
    mutationFn: () =>
      vinculo.webhooks.replaySince(webhookId, new Date(Date.now() - Number(days) * DAY_MS).toISOString()),
    onError,
    onSuccess: async () => {
      setOpen(false);
      notifySuccess(t('log.replayed'));
      await refresh();
    },
  });
  return (
    <FormPopover
      opened={isOpen}
      onChange={setOpen}
      label={t('log.replayFailed')}
      position="bottom-end"
      target={
        <Button
          size="xs"
          variant="default"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('log.replayFailed')}
        </Button>
      }
    >
      <Stack gap="sm">
        <NativeSelect
          size="xs"
          label={t('log.replayFor')}
          data={DAYS.map((value) => ({ value, label: t('log.days', { count: Number(value) }) }))}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Button size="xs" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('log.replay')}
        </Button>
      </Stack>
    </FormPopover>
  );
}
