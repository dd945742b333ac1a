import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface RecordLinkProps {
  plural: string;
  id: string;
  /** Inside a grid the cells, not the links in them, take the focus, and the grid follows a press by itself. */
  isInCell: boolean;
  className: string | undefined;
  title: string;
  children: ReactNode;
}

/** A link to a record. In a list of thousands of cells it is a plain one: the router's costs more than its cell. */
export function RecordLink({ plural, id, isInCell, className, title, children }: RecordLinkProps) {
  if (isInCell) {
    return (
      <a href={`/${plural}/${id}`} className={className} title={title} tabIndex={-1}>
        {children}
      </a>
    );
  }
  return (
    <Link to="/$plural/$recordId" params={{ plural, recordId: id }} className={className} title={title}>
      {children}
    </Link>
  );
}
