import { Loader, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from './command';
import { CommandList, optionId } from './command-list';
import classes from './command-palette.module.css';
import { PaletteFooter } from './palette-footer';
import { usePaletteGroups } from './use-palette-groups';

interface CommandPaletteProps {
  mode?: 'create' | undefined;
  onClose: () => void;
}

/**
 * One field for everything: records, places, views, actions. The focus stays in the field; arrows move the active
 * option, which screen readers follow through `aria-activedescendant` (the ARIA combobox pattern).
 */
export default function CommandPalette({ mode, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('palette');
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { groups, isSearching } = usePaletteGroups(query, mode ?? 'all');
  const commands = groups.flatMap((group) => group.commands);
  const current = Math.min(active, commands.length - 1);
  const activeCommand = commands[current];

  function choose(command: Command) {
    onClose();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      const isSingle = Math.abs(step) === 1;
      const next = current + step;
      setActive(isSingle ? (next + commands.length) % commands.length : clamp(next, commands.length - 1));
    } else if (event.key === 'Enter' && activeCommand && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(activeCommand);
    }
  }

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={640}
      yOffset="12vh"
      centered={false}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <Modal.Body p={0}>
          <div className={classes.field}>
            {isSearching ? <Loader size={16} /> : <IconSearch size={17} stroke={1.7} aria-hidden />}
            <input
              className={classes.input}
              role="combobox"
              aria-label={t('title')}
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={activeCommand ? optionId(listId, activeCommand) : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              placeholder={mode === 'create' ? t('placeholderCreate') : t('placeholder')}
              value={query}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <CommandList
            id={listId}
            groups={groups}
            active={activeCommand}
            onHover={(command) => setActive(commands.indexOf(command))}
            onChoose={choose}
          />
          {commands.length === 0 ? (
            <p className={classes.nothing}>{isSearching ? t('searching') : t('nothing', { query })}</p>
          ) : null}
          <span role="status" className={classes.status}>
            {isSearching ? '' : t('count', { count: commands.length })}
          </span>
          <PaletteFooter />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(index, last));
}
