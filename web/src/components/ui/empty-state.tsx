import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  text?: string;
  /** One action: what the person most likely wants next. */
  action?: ReactNode;
  /** Inside a card rather than as a whole page. */
  compact?: boolean;
}

export function EmptyState({ icon: Glyph, title, text, action, compact = false }: EmptyStateProps) {
  return (
    <div className={classes.root} data-compact={compact || undefined}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={compact ? 18 : 24} stroke={1.5} />
      </span>
      <p className={classes.title}>{title}</p>
      {text ? <p className={classes.text}>{text}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
