import { Popover, type PopoverProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { isInPopup } from '../../lib/popups';

interface FormPopoverProps extends Omit<PopoverProps, 'children' | 'opened' | 'onChange'> {
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** Names it for screen readers. */
  label: string;
  target: ReactNode;
  children: ReactNode;
  padding?: number | string;
}

/**
 * A pop-over with inputs in it. Their lists of choices and calendars hang elsewhere in the document, so a press on
 * them must not count as a press outside.
 */
export function FormPopover({
  opened,
  onChange,
  label,
  target,
  children,
  padding,
  ...popover
}: FormPopoverProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const close = useRef(onChange);
  useEffect(() => {
    close.current = onChange;
  });
  useEffect(() => {
    if (!opened) return;
    function onPress(event: PointerEvent): void {
      const pressed = event.target instanceof Element ? event.target : null;
      if (!pressed || isInPopup(pressed) || anchor.current?.contains(pressed)) return;
      close.current(false);
    }
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [opened]);
  return (
    // The button in the target tells that it opens something; the element around it, which only holds the place, can't.
    <Popover
      opened={opened}
      onChange={onChange}
      closeOnClickOutside={false}
      trapFocus
      returnFocus
      withRoles={false}
      {...popover}
    >
      <Popover.Target>
        <span ref={anchor}>{target}</span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} {...(padding === undefined ? {} : { p: padding })}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
