import type { ReactNode } from 'react';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { useLabel, useRecordType } from '../../../lib/metadata';
import classes from './convert-lead.module.css';

/** A part of the conversion, under the name of what it makes. */
export function Section({
  type,
  action,
  children,
}: {
  type: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const label = useLabel();
  const info = useRecordType(type);
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>
        <EntityIcon type={type} /> {label(info?.labels.one, type)}{' '}
        <span className={classes.action}>{action}</span>
      </h3>
      {children}
    </section>
  );
}
