import {
  type Icon,
  IconBox,
  IconBuilding,
  IconCalendarEvent,
  IconCheckbox,
  IconCoin,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import classes from './entity-icon.module.css';

/** The icons a record type may name, so that only these are in the bundle. */
const ICONS: Record<string, Icon> = {
  account: IconBuilding,
  building: IconBuilding,
  contact: IconUser,
  user: IconUser,
  lead: IconTargetArrow,
  target: IconTargetArrow,
  opportunity: IconCoin,
  coin: IconCoin,
  activity: IconCheckbox,
  checkbox: IconCheckbox,
  calendar: IconCalendarEvent,
};

const COLORS: Record<string, string> = {
  account: 'blue',
  contact: 'violet',
  lead: 'orange',
  opportunity: 'green',
  activity: 'teal',
};

interface EntityIconProps {
  type: string;
  icon?: string | undefined;
  color?: string | undefined;
  size?: 'sm' | 'md' | 'lg';
}

const GLYPH = { sm: 12, md: 14, lg: 20 };

/** The sign of a record type: always the same glyph on the same colour, wherever a record is named. */
export function EntityIcon({ type, icon, color, size = 'sm' }: EntityIconProps) {
  const Glyph = ICONS[icon ?? ''] ?? ICONS[type] ?? IconBox;
  return (
    <span className={classes.icon} data-size={size} style={entityColors(color ?? COLORS[type])} aria-hidden>
      <Glyph size={GLYPH[size]} stroke={1.8} />
    </span>
  );
}

/** A named colour of `styles/tokens.css` as foreground and soft background. */
export function entityColors(name = 'gray') {
  return {
    color: `var(--v-${name}, var(--v-gray))`,
    background: `var(--v-${name}-soft, var(--v-gray-soft))`,
  };
}
