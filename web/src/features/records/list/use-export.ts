import type { Condition, ExportJob } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../lib/client';
import { loadProblemTexts } from '../../../lib/i18n';
import { notifyError, notifySuccess } from '../../../lib/notify';
import { useProblemText } from '../../../lib/problem-text';
import type { List } from './use-list';

const PAUSE_MS = 600;

/** Writing a file may take a while, so it is a job: started, watched, and fetched when it is ready. */
export function useExport(list: List) {
  const { t } = useTranslation('records');
  const { describe, codeText } = useProblemText();
  const [progress, setProgress] = useState<number | null>(null);

  async function start(filter: readonly Condition[], q = ''): Promise<void> {
    const { info, state } = list;
    setProgress(0);
    try {
      const job = await vinculo.exports.start({
        type: info.name,
        filter: [...filter],
        fields: [...state.columns],
        ...(state.sort ? { sort: state.sort } : {}),
        ...(q ? { q } : {}),
      });
      const { failure, downloadUrl } = await ended(job.id, setProgress);
      if (failure) await loadProblemTexts();
      if (failure) return notifyError(codeText(failure.code) ?? failure.detail);
      if (downloadUrl) download(downloadUrl, `${info.plural}.csv`);
      notifySuccess(t('list.exported'));
    } catch (error) {
      notifyError(describe(error).title);
    } finally {
      setProgress(null);
    }
  }

  return { start, progress };
}

async function ended(id: string, onProgress: (progress: number) => void): Promise<ExportJob> {
  for (;;) {
    const job = await vinculo.exports.get(id);
    if (job.status !== 'running') return job;
    onProgress(job.progress);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
