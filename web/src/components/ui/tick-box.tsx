import type { ComponentPropsWithRef } from 'react';
import classes from './tick-box.module.css';

/** A check box for rows that are drawn by the dozen: the browser's own, in our colours. It is named by its `aria-label`. */
export function TickBox(props: Omit<ComponentPropsWithRef<'input'>, 'type' | 'className'>) {
  return <input {...props} type="checkbox" className={classes.box} />;
}
