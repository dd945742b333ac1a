import { useEffect, useRef } from 'react';
import { KeyHint } from '../../../components/ui/key-hint';
import type { Command, CommandGroup } from './command';
import classes from './command-list.module.css';

interface CommandListProps {
  id: string;
  groups: CommandGroup[];
  active: Command | undefined;
  onHover: (command: Command) => void;
  onChoose: (command: Command) => void;
}

export function CommandList({ id, groups, active, onHover, onChoose }: CommandListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  return (
    <div ref={list} id={id} role="listbox" className={classes.list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand in a listbox.
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <div id={`${id}-${group.id}`} role="presentation" className={classes.group}>
            {group.title}
          </div>
          {group.commands.map((command) => (
            // biome-ignore lint/a11y/useFocusableInteractive: reached with the arrow keys from the field.
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the field.
            <div
              key={command.id}
              id={optionId(id, command)}
              role="option"
              aria-selected={command.id === active?.id}
              className={classes.option}
              onMouseMove={() => (command.id === active?.id ? undefined : onHover(command))}
              onClick={() => onChoose(command)}
            >
              <span className={classes.icon} aria-hidden>
                {command.icon}
              </span>
              <span className={classes.title}>{command.title}</span>
              {command.subtitle ? <span className={classes.subtitle}>{command.subtitle}</span> : null}
              {command.keys ? (
                <span className={classes.keys}>
                  <KeyHint keys={command.keys} />
                </span>
              ) : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

export function optionId(listId: string, command: Command): string {
  return `${listId}-${command.id}`;
}
