import type { ReactNode } from 'react';
import classes from './page-body.module.css';

interface PageBodyProps {
  children: ReactNode;
  /** `text` for forms and settings, `wide` for dashboards, `full` for tables and boards (no padding). */
  width?: 'text' | 'wide' | 'full';
}

export function PageBody({ children, width = 'wide' }: PageBodyProps) {
  return (
    <div className={classes.body} data-width={width}>
      {children}
    </div>
  );
}
