import { Button, Group } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isInPopup } from '../../lib/popups';
import type { FieldDef } from '../../lib/record-fields';
import { sameValue } from '../../lib/records/same-value';
import { KeyHint } from '../ui/key-hint';
import { FieldInput } from './field-input';
import type { FieldErrors } from './field-input-props';
import classes from './inline-editor.module.css';

export type AfterEdit = 'stay' | 'next' | 'previous';

interface InlineEditorProps {
  field: FieldDef;
  /** What the editor starts with. */
  value: unknown;
  /** What is stored, where that is not the same: after a refusal the editor starts with what was refused. */
  original?: unknown;
  errors?: FieldErrors | undefined;
  /** Called once, and only with a value that differs. `after` says where the person goes on. */
  onSave: (value: unknown, after: AfterEdit) => void;
  /** Escape, or leaving without a change. */
  onCancel: (after: AfterEdit) => void;
}

/** Editors of several lines: Enter and Tab work inside them, so they end with a button or Ctrl+Enter. */
const LARGE_KINDS = new Set(['longText', 'emails', 'phones', 'addresses']);

/** Edits one value where it stands: Enter saves, Escape gives up, Tab saves and goes on, leaving saves. */
export function InlineEditor({
  field,
  value,
  original = value,
  errors,
  onSave,
  onCancel,
}: InlineEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<unknown>(value ?? null);
  const root = useRef<HTMLDivElement>(null);
  const isOver = useRef(false);
  const isLarge = LARGE_KINDS.has(field.kind);

  function end(next: unknown, after: AfterEdit): void {
    if (isOver.current) return;
    isOver.current = true;
    if (sameValue(next, original)) onCancel(after);
    else onSave(next, after);
  }

  function cancel(): void {
    if (isOver.current) return;
    isOver.current = true;
    onCancel('stay');
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isSaveChord = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
    if (event.key === 'Escape') cancel();
    else if (isSaveChord || (event.key === 'Enter' && !isLarge && !event.isDefaultPrevented()))
      end(draft, 'stay');
    else if (event.key === 'Tab' && !isLarge && !hasMoreInputs(event, root.current)) {
      end(draft, event.shiftKey ? 'previous' : 'next');
    } else {
      // The page's and the grid's own keys must not act on what is typed here.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function onBlur(event: FocusEvent): void {
    if (event.relatedTarget === null && document.hasFocus() === false) return;
    if (isInside(event.relatedTarget, root.current)) return;
    end(draft, 'stay');
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the inputs inside.
    <div ref={root} className={classes.editor} onKeyDown={onKeyDown} onBlur={onBlur} data-inline-editor>
      <FieldInput
        field={field}
        value={draft}
        errors={errors}
        mode="inline"
        onChange={(next, change) => {
          setDraft(next);
          if (change?.isFinal) end(next, 'stay');
        }}
      />
      {isLarge ? (
        <Group gap="xs" justify="flex-end" mt="xs">
          <Button size="xs" variant="subtle" color="gray" onClick={cancel}>
            {t('action.cancel')}
          </Button>
          <Button size="xs" onClick={() => end(draft, 'stay')} rightSection={<KeyHint keys="mod+Enter" />}>
            {t('action.save')}
          </Button>
        </Group>
      ) : null}
    </div>
  );
}

/** Dropdowns and calendars hang elsewhere in the document and still belong to the editor. */
function isInside(target: EventTarget | null, root: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false;
  if (root?.contains(target)) return true;
  return isInPopup(target) && target.closest('[role="dialog"][aria-modal="true"]') === null;
}

/** An amount and its currency are two inputs: Tab goes through them first. */
function hasMoreInputs(event: KeyboardEvent, root: HTMLElement | null): boolean {
  const inputs = [
    ...(root?.querySelectorAll<HTMLElement>('input:not([type=hidden]):not(:disabled), textarea') ?? []),
  ];
  const position = event.target instanceof HTMLElement ? inputs.indexOf(event.target) : -1;
  return position >= 0 && inputs[position + (event.shiftKey ? -1 : 1)] !== undefined;
}
