import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { searchRecordsQuery } from '../../../components/fields/inputs/search-records';
import { useRecordType } from '../../../lib/metadata';
import classes from './account-candidates.module.css';

const MOST = 3;

/** Companies of that name that exist already, so that no second one is made. */
export function AccountCandidates({ name, onChoose }: { name: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation('records');
  const info = useRecordType('account');
  const [q] = useDebouncedValue(name.trim(), 250);
  const { data = [] } = useQuery({ ...searchRecordsQuery(info ? [info] : [], q), enabled: q.length > 1 });
  if (q.length < 2 || data.length === 0) return null;
  return (
    <div className={classes.candidates} role="status">
      <span className={classes.text}>{t('convert.similar')}</span>
      {data.slice(0, MOST).map((hit) => (
        <button key={hit.id} type="button" className={classes.candidate} onClick={() => onChoose(hit.id)}>
          {hit.title}
          {hit.subtitle ? <span className={classes.subtitle}>{hit.subtitle}</span> : null}
        </button>
      ))}
    </div>
  );
}
