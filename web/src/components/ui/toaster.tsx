import { ActionIcon } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissToast, latestUndo, type Toast, useToasts } from '../../lib/notify';
import { useShortcuts } from '../../lib/shortcuts';
import { KeyHint } from './key-hint';
import classes from './toaster.module.css';

/** Where `lib/notify` shows its messages. The region is always there, so that screen readers watch it. */
export function Toaster() {
  const toasts = useToasts();
  const { t } = useTranslation();
  useShortcuts([{ keys: 'mod+z', label: t('keys.undo'), group: t('keys.general'), run: runLatestUndo }]);
  return (
    <section className={classes.region} aria-label={t('toast.region')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function runLatestUndo() {
  const toast = latestUndo();
  if (toast) runAction(toast);
}

function runAction(toast: Toast) {
  dismissToast(toast.id);
  toast.action?.run();
}

function ToastCard({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  const { t } = useTranslation();
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.durationMs);
    return () => clearTimeout(timer);
  }, [isHeld, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding the message open while it is read is no action.
    <div
      className={classes.toast}
      data-tone={toast.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'success' ? <IconCircleCheck size={16} aria-hidden /> : null}
      {toast.tone === 'danger' ? <IconAlertCircle size={16} aria-hidden /> : null}
      <span className={classes.text}>{toast.text}</span>
      {toast.action ? (
        <button type="button" className={classes.action} onClick={() => runAction(toast)}>
          {toast.action.label} <KeyHint keys="mod+z" />
        </button>
      ) : null}
      <ActionIcon size="sm" aria-label={t('action.dismiss')} onClick={() => dismissToast(toast.id)}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
