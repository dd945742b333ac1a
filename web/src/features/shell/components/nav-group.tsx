import { type ReactNode, useId } from 'react';
import classes from './nav-group.module.css';

export function NavGroup({ title, children }: { title?: string | undefined; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      {title ? (
        <p id={id} className={classes.title}>
          {title}
        </p>
      ) : null}
      <ul className={classes.list} {...(title ? { 'aria-labelledby': id } : {})}>
        {children}
      </ul>
    </div>
  );
}
