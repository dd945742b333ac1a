import { useTranslation } from 'react-i18next';
import { useRecordTypes } from '../../../lib/metadata';
import { useName } from '../../../lib/names';
import { typeOfId } from '../../../lib/record-ids';
import { EntityIcon } from '../../ui/entity-icon';
import { RecordLink } from './record-link';
import classes from './reference-value.module.css';

interface ReferenceValueProps {
  id: string;
  /** The record types it may be of. */
  to: readonly string[];
  isInCell: boolean;
}

/** Another record, by its name and as a link to it. */
export function ReferenceValue({ id, to, isInCell }: ReferenceValueProps) {
  const name = useName(id);
  const type = typeOfId(id) ?? to[0] ?? '';
  const info = useRecordTypes().find((candidate) => candidate.name === type);
  if (!info || name === undefined) return <UnknownReference type={type} name={name} />;
  return (
    <RecordLink plural={info.plural} id={id} isInCell={isInCell} className={classes.reference} title={name}>
      <EntityIcon type={type} />
      <span className={classes.name}>{name}</span>
    </RecordLink>
  );
}

/** One that was deleted, or that the role may not see. */
function UnknownReference({ type, name }: { type: string; name: string | undefined }) {
  const { t } = useTranslation('records');
  return (
    <span className={classes.reference}>
      <EntityIcon type={type} />
      <span className={classes.name}>{name ?? t('value.unknown')}</span>
    </span>
  );
}
