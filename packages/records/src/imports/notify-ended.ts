import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { notify } from '../notifications/notify';
import type { Labels } from '../types/record-type';

const TITLES: Readonly<Record<string, Labels>> = {
  'import.finished': { en: 'Import finished', es: 'Importación terminada' },
  'import.undone': { en: 'Import undone', es: 'Importación deshecha' },
  'import.failed': { en: 'Import failed', es: 'La importación ha fallado' },
  'export.finished': { en: 'Export ready', es: 'Exportación lista' },
  'export.failed': { en: 'Export failed', es: 'La exportación ha fallado' },
};

/** Tells whoever asked for an import, an undo or an export that it has ended. */
export async function notifyEnded(ctx: TenantContext, event: DomainEvent): Promise<void> {
  const title = TITLES[event.type];
  const { userId, recordType, fileName, counts, rows } = event.data;
  if (!title || typeof userId !== 'string') return;
  await notify(ctx, {
    userId,
    key: event.id,
    at: event.at,
    kind: event.type,
    title,
    subject: { ...event.subject, title: String(fileName ?? recordType ?? '') },
    params: { recordType, ...(counts === undefined ? { rows } : { counts }) },
  });
}
