import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { stageColor } from '../../../components/fields/values/stage-value';
import { useKnownTags } from '../../../lib/known-tags';
import { useLabel } from '../../../lib/metadata';
import type { FieldDef } from '../../../lib/record-fields';
import { currencyChoices } from '../../../lib/regions';
import { useFormat } from '../../../lib/use-format';
import { pipelinesQuery, teamsQuery, usersQuery } from '../../../lib/workspace';

export interface Choice {
  value: string;
  label: string;
  color?: string | undefined;
}

/** What may be chosen for a field in a filter; nothing for kinds that are typed or searched. */
export function useChoices(field: FieldDef): Choice[] {
  const { t } = useTranslation('records');
  const label = useLabel();
  const { language } = useFormat();
  const tags = useKnownTags(field.type);
  const users = useQuery({ ...usersQuery, enabled: field.kind === 'user' }).data?.items ?? [];
  const teams = useQuery({ ...teamsQuery, enabled: field.kind === 'team' }).data?.items ?? [];
  const isStaged = field.kind === 'stage' || field.kind === 'pipeline';
  const pipelines = useQuery({ ...pipelinesQuery, enabled: isStaged }).data?.items ?? [];
  switch (field.kind) {
    case 'select':
    case 'multiSelect':
      return (field.options ?? []).map(({ value, labels, color }) => ({
        value,
        label: label(labels, value),
        color,
      }));
    case 'user':
      // Kept as “me”, so that a shared view shows everybody their own.
      return [
        { value: '@me', label: t('filter.me') },
        ...users.map(({ id, name }) => ({ value: id, label: name })),
      ];
    case 'team':
      return teams.map(({ id, name }) => ({ value: id, label: name }));
    case 'tags':
      return tags.map((tag) => ({ value: tag, label: tag }));
    case 'pipeline':
      return pipelines.map(({ id, name }) => ({ value: id, label: name }));
    case 'stage':
      return pipelines.flatMap((pipeline) =>
        pipeline.stages.map((stage) => ({
          value: stage.id,
          label: pipelines.length > 1 ? `${stage.name} · ${pipeline.name}` : stage.name,
          color: stageColor(stage),
        })),
      );
    case 'currency':
      return currencyChoices(language);
    default:
      return [];
  }
}
