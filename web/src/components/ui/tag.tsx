import type { ReactNode } from 'react';
import { entityColors } from './entity-icon';
import classes from './tag.module.css';

interface TagProps {
  /** A colour name of `styles/tokens.css`. */
  color?: string | undefined;
  children: ReactNode;
}

/** A short word on a soft colour: a status, an option. Readable in both schemes, unlike a free colour. */
export function Tag({ color = 'gray', children }: TagProps) {
  return (
    <span className={classes.tag} style={entityColors(color)}>
      {children}
    </span>
  );
}
