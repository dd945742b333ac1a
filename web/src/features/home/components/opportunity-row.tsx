import { Link } from '@tanstack/react-router';
import type { RecordData } from '@vinculo/client/types';
import type { ReactNode } from 'react';
import { EntityIcon } from '../../../components/ui/entity-icon';
import rows from '../../../components/ui/row-list.module.css';
import { readMoney } from '../../../lib/read-money';
import { useFormat } from '../../../lib/use-format';

interface OpportunityRowProps {
  opportunity: RecordData;
  /** Below the name. */
  sub: ReactNode;
  /** Below the amount. */
  end: ReactNode;
}

export function OpportunityRow({ opportunity, sub, end }: OpportunityRowProps) {
  const format = useFormat();
  const amount = readMoney(opportunity.amount);
  return (
    <li className={rows.row}>
      <EntityIcon type="opportunity" size="md" />
      <span className={rows.main}>
        <Link
          to="/$plural/$recordId"
          params={{ plural: 'opportunities', recordId: opportunity.id }}
          className={rows.title}
        >
          {String(opportunity.name ?? '')}
        </Link>
        <span className={rows.sub}>{sub}</span>
      </span>
      <span className={rows.end}>
        {amount ? <span>{format.money(amount.amountMinor, amount.currency)}</span> : null}
        <span className={rows.sub}>{end}</span>
      </span>
    </li>
  );
}
