import { Link } from '@tanstack/react-router';
import type { RecordData } from '@vinculo/client/types';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { FieldValue } from '../../../components/fields/field-value';
import { EntityIcon } from '../../../components/ui/entity-icon';
import type { FieldDef } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { useRowWindow } from '../grid/use-row-window';
import { cardHeight, factLines } from './card-lines';
import classes from './record-cards.module.css';
import { keepOffset, keptOffset } from './scroll-offsets';
import type { List } from './use-list';

const GAP = 8;
const AHEAD = 60;

/** The list on a phone: a card a record, whole width, led to the record by a touch anywhere. */
export default function RecordCards({ list, place }: { list: List; place: string }) {
  const { info, records, fields, query, fetchMore } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const facts = useMemo(() => fields.filter(({ name }) => !info.title.includes(name)), [fields, info]);
  const lines = useMemo(() => records.map((record) => factLines(facts, record)), [facts, records]);
  const sizeOf = useCallback((index: number) => cardHeight(lines[index] ?? []) + GAP, [lines]);
  const { rows, totalPx } = useRowWindow({
    scroller,
    count: records.length,
    sizeOf,
    initialOffset: keptOffset(place),
  });
  const lastSeen = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (query.hasNextPage && lastSeen > records.length - AHEAD) fetchMore();
  }, [query.hasNextPage, lastSeen, records.length, fetchMore]);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={(event) => keepOffset(place, event.currentTarget.scrollTop)}
    >
      <ul className={classes.list} style={{ height: totalPx }}>
        {rows.map(({ index, start }) => {
          const record = records[index];
          return record ? (
            <li key={record.id} className={classes.item} style={{ transform: `translateY(${start}px)` }}>
              <Card list={list} record={record} lines={lines[index] ?? []} />
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
