import { type ReactNode, useRef } from 'react';
import { useDocumentTitle } from '../../../components/ui/page-header';
import { useHeadingFocus } from '../../../lib/route-focus';
import classes from './auth-card.module.css';

interface AuthCardProps {
  title: string;
  text?: string | undefined;
  icon?: ReactNode;
  children?: ReactNode;
  /** Below the card: the way to the neighbouring page. */
  footer?: ReactNode;
  wide?: boolean;
}

export function AuthCard({ title, text, icon, children, footer, wide = false }: AuthCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useHeadingFocus(heading, title);
  return (
    <div data-wide={wide || undefined}>
      <div className={classes.card}>
        {icon ? (
          <span className={classes.icon} aria-hidden>
            {icon}
          </span>
        ) : null}
        <h1 ref={heading} className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {text ? <p className={classes.text}>{text}</p> : null}
        {children ? <div className={classes.body}>{children}</div> : null}
      </div>
      {footer ? <p className={classes.footer}>{footer}</p> : null}
    </div>
  );
}
