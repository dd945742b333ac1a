import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  text?: string | undefined;
  /** One action: what the person most likely wants next. */
  action?: ReactNode;
  /** Inside a card rather than as a whole page. */
  compact?: boolean;
  /** It stands for the whole page, so its title is the page's heading. */
  isPage?: boolean;
}

export function EmptyState({
  icon: Glyph,
  title,
  text,
  action,
  compact = false,
  isPage = false,
}: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={classes.root} data-compact={compact || undefined}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={compact ? 18 : 24} stroke={1.5} />
      </span>
      <Title className={classes.title}>{title}</Title>
      {text ? <p className={classes.text}>{text}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
