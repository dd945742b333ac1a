import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRecordTypes } from '../../../lib/metadata';
import { useName } from '../../../lib/names';
import { typeOfId } from '../../../lib/record-ids';
import { EntityIcon } from '../../ui/entity-icon';
import classes from './reference-value.module.css';

interface ReferenceValueProps {
  id: string;
  /** The record types it may be of. */
  to: readonly string[];
  /** Inside a grid the cells, not the links in them, take the focus. */
  isInCell: boolean;
}

/** Another record, by its name and as a link to it. */
export function ReferenceValue({ id, to, isInCell }: ReferenceValueProps) {
  const { t } = useTranslation('records');
  const name = useName(id);
  const types = useRecordTypes();
  const type = typeOfId(id) ?? to[0] ?? '';
  const info = types.find((candidate) => candidate.name === type);
  const content = (
    <>
      <EntityIcon type={type} />
      <span className={classes.name}>{name ?? t('value.unknown')}</span>
    </>
  );
  if (!info || !name) return <span className={classes.reference}>{content}</span>;
  return (
    <Link
      to="/$plural/$recordId"
      params={{ plural: info.plural, recordId: id }}
      className={classes.reference}
      tabIndex={isInCell ? -1 : undefined}
      title={name}
    >
      {content}
    </Link>
  );
}
