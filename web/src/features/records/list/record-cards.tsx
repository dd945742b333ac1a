import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RecordData } from '@vinculo/client/types';
import { useCallback, useEffect, useRef } from 'react';
import { FieldValue } from '../../../components/fields/field-value';
import { EntityIcon } from '../../../components/ui/entity-icon';
import type { FieldDef } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { cardHeight, factLines } from './card-lines';
import classes from './record-cards.module.css';
import { keepOffset, keptOffset } from './scroll-offsets';
import type { List } from './use-list';

const GAP = 8;
const AHEAD = 60;

/** The list on a phone: a card a record, whole width, led to the record by a touch anywhere. */
export function RecordCards({ list, place }: { list: List; place: string }) {
  const { info, records, fields, query, fetchMore } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const facts = fields.filter(({ name }) => !info.title.includes(name));
  const linesOf = (record: RecordData | undefined) => (record ? factLines(facts, record) : []);
  // Another function for other records: their cards have other heights.
  const getItemKey = useCallback((index: number) => records[index]?.id ?? index, [records]);
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => cardHeight(linesOf(records[index])) + GAP,
    initialOffset: keptOffset(place),
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;

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
              <Card list={list} record={record} lines={linesOf(record)} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Card({ list, record, lines }: { list: List; record: RecordData; lines: readonly FieldDef[][] }) {
  const { info } = list;
  return (
    <article className={classes.card} style={{ height: cardHeight(lines) }}>
      <Link
        to="/$plural/$recordId"
        params={{ plural: info.plural, recordId: record.id }}
        className={classes.title}
      >
        <EntityIcon type={info.name} />
        <span>{titleOf(info, record)}</span>
      </Link>
      {lines.map((line) => (
        <div key={line[0]?.name} className={classes.facts}>
          {line.map((field) => (
            <span key={field.name} className={classes.fact} data-kind={field.kind}>
              <FieldValue field={field} value={record[field.name]} variant="cell" />
            </span>
          ))}
        </div>
      ))}
    </article>
  );
}
