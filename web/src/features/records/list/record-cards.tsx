import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RecordData } from '@vinculo/client/types';
import { useEffect, useRef } from 'react';
import { FieldValue } from '../../../components/fields/field-value';
import { EntityIcon } from '../../../components/ui/entity-icon';
import type { FieldDef } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { isEmptyValue } from '../../../lib/records/value-shapes';
import classes from './record-cards.module.css';
import { keepOffset, keptOffset } from './scroll-offsets';
import type { List } from './use-list';

const CARD_HEIGHT = 92;
const AHEAD = 60;
const FACTS = 3;

/** The list on a phone: a card a record, whole width, led to the record by a touch anywhere. */
export function RecordCards({ list, place }: { list: List; place: string }) {
  const { info, records, fields, query, fetchMore } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    initialOffset: keptOffset(place),
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  const facts = fields.filter(({ name }) => !info.title.includes(name));

  useEffect(() => {
    if (query.hasNextPage && lastSeen > records.length - AHEAD) fetchMore();
  }, [query.hasNextPage, lastSeen, records.length, fetchMore]);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={(event) => keepOffset(place, event.currentTarget.scrollTop)}
    >
      <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const record = records[item.index];
          return record ? (
            <li key={record.id} className={classes.item} style={{ transform: `translateY(${item.start}px)` }}>
              <Card list={list} record={record} facts={facts} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Card({ list, record, facts }: { list: List; record: RecordData; facts: readonly FieldDef[] }) {
  const { info } = list;
  const shown = facts.filter(({ name }) => !isEmptyValue(record[name])).slice(0, FACTS);
  return (
    <article className={classes.card}>
      <Link
        to="/$plural/$recordId"
        params={{ plural: info.plural, recordId: record.id }}
        className={classes.title}
      >
        <EntityIcon type={info.name} />
        <span>{titleOf(info, record)}</span>
      </Link>
      <div className={classes.facts}>
        {shown.map((field) => (
          <span key={field.name} className={classes.fact}>
            <FieldValue field={field} value={record[field.name]} variant="cell" />
          </span>
        ))}
      </div>
    </article>
  );
}
