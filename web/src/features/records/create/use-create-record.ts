import { useQueryClient } from '@tanstack/react-query';
import { VinculoProblem } from '@vinculo/client/problem';
import type { DuplicateCandidate, RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { vinculo } from '../../../lib/client';
import { type RefusedFields, useRefusedFields } from '../../../lib/field-problem';
import { learnNames } from '../../../lib/names';
import { titleOf } from '../../../lib/record-title';
import { refreshLists, refreshTimelines } from '../../../lib/records/cache';
import { useSession } from '../../../lib/session';
import { createFields, initialValues, missingFields, toDraft } from './create-fields';

export interface Duplicates {
  candidates: readonly DuplicateCandidate[];
  /** More that match and that the role may not see. */
  hiddenCount: number;
}

interface Creation {
  info: RecordTypeInfo;
  preset: Record<string, unknown>;
  onCreated: (record: RecordData) => Promise<void>;
}

const NOTHING_REFUSED: RefusedFields = { fields: {}, general: null };

/** The state of a record that is being made: its values, what is wrong with them, and who may be the same. */
export function useCreateRecord({ info, preset, onCreated }: Creation) {
  const { t } = useTranslation();
  const access = useAccess();
  const client = useQueryClient();
  const { user } = useSession();
  const refusedFields = useRefusedFields();
  const fields = useMemo(
    () => createFields(info, preset, (field) => access.field(info.name, field.name) === 'edit'),
    [info, preset, access],
  );
  const [values, setValues] = useState(() => initialValues(fields, preset, user.id));
  const [refused, setRefused] = useState<RefusedFields>(NOTHING_REFUSED);
  const [duplicates, setDuplicates] = useState<Duplicates | null>(null);
  const [isSaving, setSaving] = useState(false);

  function change(field: string, value: unknown): void {
    setValues((current) => ({ ...current, [field]: value }));
    setRefused(({ fields: { [field]: _mended, ...others }, general }) => ({ fields: others, general }));
  }

  const kindOf = (name: string) =>
    [...fields.first, ...fields.more].find((field) => field.name === name)?.kind;

  async function submit(onDuplicates: 'warn' | 'allow'): Promise<void> {
    if (isSaving) return;
    const missing = missingFields(info, fields, values);
    if (missing.length > 0) {
      const required = { '': t('form.required') };
      setRefused({ fields: Object.fromEntries(missing.map((name) => [name, required])), general: null });
      return;
    }
    setSaving(true);
    setRefused(NOTHING_REFUSED);
    try {
      const created = await vinculo.records(info.plural).create(toDraft(values), onDuplicates);
      learnNames({ [created.id]: titleOf(info, created) });
      void refreshLists(client, info.plural);
      void refreshTimelines(client);
      await onCreated(created);
    } catch (error) {
      const found = duplicatesIn(error);
      setDuplicates(found);
      if (!found) setRefused(refusedFields(error, kindOf));
    } finally {
      setSaving(false);
    }
  }

  return {
    fields,
    values,
    change,
    refused,
    duplicates,
    backToForm: () => setDuplicates(null),
    isSaving,
    submit,
  };
}

export type RecordCreation = ReturnType<typeof useCreateRecord>;

function duplicatesIn(error: unknown): Duplicates | null {
  if (!(error instanceof VinculoProblem) || error.code !== 'record.possible_duplicates') return null;
  const { candidates, hiddenCount } = error.body;
  return {
    candidates: Array.isArray(candidates) ? candidates.filter(isCandidate) : [],
    hiddenCount: typeof hiddenCount === 'number' ? hiddenCount : 0,
  };
}

function isCandidate(value: unknown): value is DuplicateCandidate {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'title' in value && 'matched' in value
  );
}
