import type { AccessAction, FieldAccess, Permission, RecordData } from '@vinculo/client/types';
import { useMemo } from 'react';
import { useSession } from './session';

/** What the person may do. The server decides; this only keeps the screen from offering what it would refuse. */
export function useAccess() {
  const { access, tenant, user } = useSession();
  return useMemo(() => {
    const level = (type: string, action: AccessAction) =>
      (access.types[type] ?? access.types['*'])?.[action] ?? 'none';

    function can(action: AccessAction, type: string): boolean {
      if (tenant.isReadOnly && action !== 'read') return false;
      return level(type, action) !== 'none';
    }

    /** The same for one record, whose owner and team decide under `own` and `team`. */
    function canOn(action: AccessAction, record: Pick<RecordData, 'type' | 'ownerId' | 'teamId'>): boolean {
      if (!can(action, record.type)) return false;
      const reach = level(record.type, action);
      const isOwn = record.ownerId === user.id;
      if (reach === 'all') return true;
      return isOwn || (reach === 'team' && !!record.teamId && user.teamIds.includes(record.teamId));
    }

    function field(type: string, name: string): FieldAccess | 'edit' {
      return access.fields[type]?.[name] ?? 'edit';
    }

    return {
      can,
      canOn,
      field,
      has: (permission: Permission) => access.permissions.includes(permission),
      mayImport: access.permissions.includes('records.import') && !tenant.isReadOnly,
      home: access.home,
      isReadOnly: tenant.isReadOnly,
    };
  }, [access, tenant.isReadOnly, user.id, user.teamIds]);
}
