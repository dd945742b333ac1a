import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title: string;
  /** Beside the title, quiet. */
  meta?: ReactNode;
  /** At the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
  /** Rows that reach the edge bring their own padding. */
  flush?: boolean;
}

/** A titled box on a page. */
export function Panel({ title, meta, action, children, flush = false }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {meta ? <span className={classes.meta}>{meta}</span> : null}
        {action ? <span className={classes.action}>{action}</span> : null}
      </header>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
