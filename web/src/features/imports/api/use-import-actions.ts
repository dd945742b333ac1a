import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Import, ImportFix, ImportSettings } from '@vinculo/client/types';
import { vinculo } from '../../../lib/client';
import { useProblemNotice } from '../../../lib/use-problem-notice';
import { importQuery } from './import-queries';

/** What can be done with one import; each answer is the import as it is then. */
export function useImportActions(id: string) {
  const client = useQueryClient();
  const onError = useProblemNotice();

  async function take(job: Import): Promise<void> {
    // A look at the import that is under way may have seen it before this.
    await client.cancelQueries({ queryKey: importQuery(id).queryKey, exact: true });
    // Job answers carry no sample; what was read with these settings still holds.
    client.setQueryData(importQuery(id).queryKey, (before) => (before ? { ...before, ...job } : job));
    void client.invalidateQueries({ queryKey: ['imports'], exact: true });
  }

  const settings = useMutation({
    mutationFn: (changes: ImportSettings) => vinculo.imports.update(id, changes),
    onSuccess: take,
    onError,
  });
  const job = useMutation({
    mutationFn: (verb: 'check' | 'start' | 'cancel' | 'undo') => vinculo.imports[verb](id),
    onSuccess: take,
    onError,
  });
  const fix = useMutation({
    mutationFn: (fixes: ImportFix[]) => vinculo.imports.fixRows(id, fixes),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports', id] }),
    onError,
  });
  return { settings, job, fix };
}
