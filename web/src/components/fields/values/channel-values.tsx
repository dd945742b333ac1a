import type { EmailValue } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import classes from './channel-values.module.css';

interface ChannelValuesProps {
  /** E-mails and phones have the same shape. */
  values: readonly EmailValue[];
  scheme: 'mailto' | 'tel';
  isInCell: boolean;
}

/** The primary one first. In a list only that, and how many more there are. */
export function ChannelValues({ values, scheme, isInCell }: ChannelValuesProps) {
  const { t } = useTranslation('records');
  const sorted = values.toSorted((a, b) => Number(b.isPrimary ?? false) - Number(a.isPrimary ?? false));
  const [first] = sorted;
  if (!first) return null;
  if (isInCell) {
    return (
      <span className={classes.line} title={sorted.map(({ value }) => value).join(', ')}>
        <ChannelLink value={first.value} scheme={scheme} tabIndex={-1} />
        {sorted.length > 1 ? <span className={classes.more}>+{sorted.length - 1}</span> : null}
      </span>
    );
  }
  return (
    <ul className={classes.list}>
      {sorted.map(({ value, label }) => (
        <li key={value} className={classes.line}>
          <ChannelLink value={value} scheme={scheme} />
          {label ? <span className={classes.more}>{t(`channel.${labelKey(label)}`)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

const LABELS = ['work', 'home', 'mobile', 'billing', 'shipping', 'fax', 'other'] as const;

/** A label that a newer server has and this client doesn't reads as “other”. */
export function labelKey(label: string): (typeof LABELS)[number] {
  return LABELS.find((known) => known === label) ?? 'other';
}

function ChannelLink({ value, scheme, tabIndex }: { value: string; scheme: string; tabIndex?: number }) {
  const target = scheme === 'tel' ? value.replace(/[^+\d]/g, '') : value;
  return (
    <a className={classes.link} href={`${scheme}:${target}`} tabIndex={tabIndex}>
      {value}
    </a>
  );
}
