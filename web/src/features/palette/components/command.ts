import type { ReactNode } from 'react';

/** One line of the palette. */
export interface Command {
  id: string;
  title: string;
  subtitle?: string | undefined;
  /** Found by these too. */
  keywords?: string;
  icon: ReactNode;
  /** Its shortcut, for people to learn by seeing it. */
  keys?: string;
  run: () => void;
}

export interface CommandGroup {
  id: string;
  title: string;
  commands: Command[];
}
