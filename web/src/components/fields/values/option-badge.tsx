import { entityColors } from '../../ui/entity-icon';
import classes from './option-badge.module.css';

interface OptionBadgeProps {
  label: string;
  /** A colour name of the theme; an option without one is plain text. */
  color?: string | undefined;
}

/** One choice of a list. Its colour is never the only sign: the words stand in it. */
export function OptionBadge({ label, color }: OptionBadgeProps) {
  return (
    <span
      className={classes.badge}
      data-quiet={color ? undefined : true}
      style={color ? entityColors(color) : undefined}
      title={label}
    >
      <span>{label}</span>
    </span>
  );
}

/** A choice inside a menu of choices: a dot of its colour and the words. */
export function OptionRow({ label, color }: OptionBadgeProps) {
  return (
    <span className={classes.badge} data-quiet>
      {color ? <i className={classes.dot} style={{ color: entityColors(color).color }} aria-hidden /> : null}
      <span>{label}</span>
    </span>
  );
}
