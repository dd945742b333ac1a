import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { RoleDraft } from '@vinculo/client/resources/access';
import type { HomeKind, Permission } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/ui/panel';
import { PERMISSIONS } from './role-form';

const HOMES = [
  'admin',
  'manager',
  'sales',
  'marketing',
  'service',
  'analyst',
] as const satisfies readonly HomeKind[];

interface RolePartProps {
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
}

export function RoleBasics({ draft, onChange }: RolePartProps) {
  const { t } = useTranslation('settings');
  function toggle(permission: Permission, isGiven: boolean) {
    const others = draft.permissions.filter((each) => each !== permission);
    onChange({ ...draft, permissions: isGiven ? [...others, permission] : others });
  }
  return (
    <Panel title={t('roles.about')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput
            label={t('roles.name')}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('roles.description')}
            value={draft.description ?? ''}
            onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('roles.homePage')}
            data={HOMES.map((home) => ({ value: home, label: t(`roles.home.${home}`) }))}
            value={draft.home}
            onChange={(event) => {
              const home = HOMES.find((each) => each === event.currentTarget.value);
              if (home) onChange({ ...draft, home });
            }}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
          {PERMISSIONS.map(([permission, key]) => (
            <Checkbox
              key={permission}
              size="xs"
              label={t(`roles.permission.${key}`)}
              checked={draft.permissions.includes(permission)}
              onChange={(event) => toggle(permission, event.currentTarget.checked)}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
