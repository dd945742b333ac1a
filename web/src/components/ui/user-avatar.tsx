import { entityColors } from './entity-icon';
import classes from './user-avatar.module.css';

const PALETTE = ['blue', 'violet', 'orange', 'green', 'teal', 'pink', 'yellow', 'red'];

interface UserAvatarProps {
  name: string;
  size?: 'sm' | 'md' | 'lg';
}

/** Initials on a colour that a name always gets. Decorative: the name stands beside it or in a tooltip. */
export function UserAvatar({ name, size = 'sm' }: UserAvatarProps) {
  return (
    <span className={classes.avatar} data-size={size} style={entityColors(colorOf(name))} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function colorOf(name: string): string {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return PALETTE[hash % PALETTE.length] ?? 'gray';
}
