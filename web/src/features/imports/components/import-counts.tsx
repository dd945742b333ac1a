import type { Import } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import classes from './import.module.css';

type CountName = keyof Import['counts'];

interface ImportCountsProps {
  job: Import;
  names: readonly CountName[];
}

const BAD = new Set<CountName>(['invalid', 'failed', 'conflicts']);

export function ImportCounts({ job, names }: ImportCountsProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <dl className={classes.counts}>
      {names.map((name) => (
        <div key={name} data-bad={(BAD.has(name) && job.counts[name] > 0) || undefined} data-count={name}>
          <dt>{t(`count.${name}`)}</dt>
          <dd>{format.number(job.counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
