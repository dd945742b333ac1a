import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecordData } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../lib/client';
import { notifyError, notifyUndo } from '../../../lib/notify';
import { useProblemText } from '../../../lib/problem-text';

/** Ticks a task off, at once and with a way back. */
export function useCompleteTask() {
  const { t } = useTranslation('home');
  const { describe } = useProblemText();
  const client = useQueryClient();
  const activities = vinculo.records('activities');
  const refresh = () => client.invalidateQueries({ queryKey: ['records', 'activities'] });
  return useMutation({
    mutationFn: (task: RecordData) => activities.update(task.id, task.version, { isDone: true }),
    onSuccess: (done) => {
      notifyUndo(t('tasks.done', { subject: String(done.subject ?? '') }), () => {
        void activities.update(done.id, done.version, { isDone: false }).then(refresh);
      });
      return refresh();
    },
    onError: (error) => notifyError(describe(error).title),
  });
}
