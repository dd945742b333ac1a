import { useAccess } from '../../../lib/access';
import { useRecordType } from '../../../lib/metadata';

/** Whether activities may be about records of a type: a note about a note would be one too many. */
export function useMayWriteAbout(type: string): boolean {
  const access = useAccess();
  const regarding = useRecordType('activity')?.fields.regardingId;
  return access.can('create', 'activity') && (regarding?.to?.includes(type) ?? false);
}
