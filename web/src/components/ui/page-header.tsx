import { type ReactNode, useEffect, useRef } from 'react';
import { useHeadingFocus } from '../../lib/route-focus';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  /** Before the title: an entity icon, a back link. */
  leading?: ReactNode;
  /** After the title, quiet: a count, a status. */
  meta?: ReactNode;
  /** At the end: the page's actions, the primary one last. */
  actions?: ReactNode;
  /** A second row: view tabs, filters. */
  children?: ReactNode;
}

/** Every page has exactly one. It names the document, and its heading takes the focus when the page opens. */
export function PageHeader({ title, leading, meta, actions, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useHeadingFocus(heading, title);
  return (
    <header className={classes.header}>
      <div className={classes.row}>
        {leading}
        <h1 ref={heading} className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {meta ? <div className={classes.meta}>{meta}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {children ? <div className={classes.extra}>{children}</div> : null}
    </header>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Vinculo` : 'Vinculo';
  }, [title]);
}
