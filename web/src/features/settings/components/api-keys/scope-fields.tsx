import { Checkbox, Input, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';
import { rolesQuery } from '../../api/people';
import { EVERY_TYPE, PERMISSIONS } from '../roles/role-form';
import { KEY_LEVELS, keyLevel, leastLevel, withKeyLevel, withScope } from './key-scopes';

interface ScopeFieldsProps {
  scopes: string[];
  roleId: string;
  onChange: (scopes: string[]) => void;
  error?: string | undefined;
}

/** Their operations refuse keys. */
const FOR_PEOPLE: ReadonlySet<Permission> = new Set(['keys.manage', 'views.share']);

/** What of its role a key may use: a level for each record type, and permissions that the role has. */
export function ScopeFields({ scopes, roleId, onChange, error }: ScopeFieldsProps) {
  const { t } = useTranslation('settings');
  const label = useLabel();
  const types = useRecordTypes();
  const role = useQuery(rolesQuery).data?.items.find(({ id }) => id === roleId);
  const permissions = PERMISSIONS.filter(
    ([permission]) => !FOR_PEOPLE.has(permission) && role?.permissions.includes(permission),
  );
  const rows = [
    { type: EVERY_TYPE, name: t('roles.everyType') },
    ...types.map((info) => ({ type: info.name, name: label(info.labels.many) })),
  ];
  return (
    <Stack gap="sm" role="group" aria-label={t('keys.scopes')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {rows.map(({ type, name }) => {
          const least = KEY_LEVELS.indexOf(leastLevel(scopes, type));
          const own = KEY_LEVELS.indexOf(keyLevel(scopes, type));
          return (
            <NativeSelect
              key={type}
              size="xs"
              label={name}
              data={KEY_LEVELS.map((level, at) => ({
                value: level,
                label: t(`keys.level.${level}`),
                disabled: at < least,
              }))}
              value={KEY_LEVELS[Math.max(least, own)] ?? 'none'}
              onChange={(event) => {
                const level = KEY_LEVELS.find((each) => each === event.currentTarget.value);
                if (level) onChange(withKeyLevel(scopes, type, level));
              }}
            />
          );
        })}
      </SimpleGrid>
      {permissions.length > 0 ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {permissions.map(([permission, key]) => (
            <Checkbox
              key={permission}
              size="xs"
              label={t(`roles.permission.${key}`)}
              checked={scopes.includes(permission)}
              onChange={(event) => onChange(withScope(scopes, permission, event.currentTarget.checked))}
            />
          ))}
        </SimpleGrid>
      ) : (
        <Text size="xs" c="dimmed">
          {t('keys.noPermissions')}
        </Text>
      )}
      {error ? <Input.Error>{error}</Input.Error> : null}
    </Stack>
  );
}
