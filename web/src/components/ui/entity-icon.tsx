import {
  type Icon,
  IconBox,
  IconBriefcase,
  IconBuilding,
  IconCalendarEvent,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import { useRecordType } from '../../lib/metadata';
import classes from './entity-icon.module.css';

/** The icons a record type may name, so that only these are in the bundle. */
const ICONS: Record<string, Icon> = {
  briefcase: IconBriefcase,
  building: IconBuilding,
  calendar: IconCalendarEvent,
  target: IconTargetArrow,
  user: IconUser,
};

interface EntityIconProps {
  /** The record type's name. */
  type: string;
  size?: 'sm' | 'md' | 'lg';
}

const GLYPH = { sm: 12, md: 14, lg: 20 };

/** The sign of a record type: always the same glyph on the same colour, wherever a record is named. */
export function EntityIcon({ type, size = 'sm' }: EntityIconProps) {
  const info = useRecordType(type);
  const Glyph = ICONS[info?.icon ?? ''] ?? IconBox;
  return (
    <span className={classes.icon} data-size={size} style={entityColors(info?.color)} aria-hidden>
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
