import { Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { OptionBadge } from '../../../components/fields/values/option-badge';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { ButtonLink } from '../../../components/ui/links';
import { useLabel } from '../../../lib/metadata';
import { fieldOf } from '../../../lib/record-fields';
import classes from './duplicate-list.module.css';
import type { Duplicates } from './use-create-record';

interface DuplicateListProps {
  info: RecordTypeInfo;
  duplicates: Duplicates;
  isSaving: boolean;
  onOpen: () => void;
  onBack: () => void;
  onCreate: () => Promise<void>;
}

/** Who may be the same, and why; the person decides. */
export function DuplicateList({ info, duplicates, isSaving, onOpen, onBack, onCreate }: DuplicateListProps) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const { candidates, hiddenCount } = duplicates;
  return (
    <section className={classes.root} aria-labelledby="duplicates-title">
      <h3 id="duplicates-title" className={classes.title} role="alert">
        <IconUsers size={17} aria-hidden />{' '}
        {t('duplicates.title', { count: candidates.length + hiddenCount })}
      </h3>
      <p className={classes.text}>{t('duplicates.text')}</p>
      <ul className={classes.list}>
        {candidates.map((candidate) => (
          <li key={candidate.id} className={classes.candidate}>
            <EntityIcon type={candidate.type} size="md" />
            <div className={classes.who}>
              <span className={classes.name}>{candidate.title}</span>
              {candidate.subtitle ? <span className={classes.subtitle}>{candidate.subtitle}</span> : null}
            </div>
            <span className={classes.reasons}>
              {candidate.matched.map((rule) => (
                <Reason key={rule} info={info} rule={rule} />
              ))}
            </span>
            <ButtonLink
              size="xs"
              variant="default"
              to="/$plural/$recordId"
              params={{ plural: info.plural, recordId: candidate.id }}
              onClick={onOpen}
            >
              {t('duplicates.open')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {hiddenCount > 0 ? (
        <p className={classes.text}>{t('duplicates.hidden', { count: hiddenCount })}</p>
      ) : null}
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onBack} data-autofocus>
          {tCommon('action.back')}
        </Button>
        <Button color="orange.8" loading={isSaving} onClick={() => void onCreate()}>
          {t('duplicates.create')}
        </Button>
      </Group>
    </section>
  );
}

const RULES = ['email', 'phone', 'name', 'domain'] as const;

/** A rule in words; one that this client doesn't know by its field's label. */
function Reason({ info, rule }: { info: RecordTypeInfo; rule: string }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const known = RULES.find((name) => name === rule);
  const text = known ? t(`duplicates.rule.${known}`) : label(fieldOf(info, rule)?.labels, rule);
  return <OptionBadge label={text} color="orange" />;
}
