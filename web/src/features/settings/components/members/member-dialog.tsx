import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { User } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../../components/ui/confirm-button';
import { FormProblem } from '../../../../components/ui/form-problem';
import { vinculo } from '../../../../lib/client';
import { notifySuccess, notifyUndo } from '../../../../lib/notify';
import { useSession } from '../../../../lib/session';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useSubmit } from '../../../../lib/use-submit';
import { teamsQuery, usersQuery } from '../../../../lib/workspace';
import { rolesQuery, useResetSecondFactor, useUpdateUser } from '../../api/people';

export function MemberDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const client = useQueryClient();
  const session = useSession();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const isMe = user.id === session.user.id;
  const form = useForm({
    initialValues: { name: user.name, roleId: user.roleId, teamIds: user.teamIds },
    validate: { name: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: (values) => vinculo.people.updateUser(user, values),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: usersQuery.queryKey });
      await client.invalidateQueries({ queryKey: teamsQuery.queryKey });
      notifySuccess(t('common:form.saved'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={user.email}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <TextInput label={t('members.name')} data-autofocus {...form.getInputProps('name')} />
          <NativeSelect
            label={t('members.role')}
            description={isMe ? t('members.ownRole') : undefined}
            disabled={isMe}
            data={roles.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('roleId')}
          />
          {teams.length > 0 ? (
            <Checkbox.Group label={t('pages.teams')} {...form.getInputProps('teamIds')}>
              <Stack gap={6} mt={4}>
                {teams.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} size="xs" />
                ))}
              </Stack>
            </Checkbox.Group>
          ) : (
            <Text c="dimmed">{t('teams.none')}</Text>
          )}
          <Group justify="space-between" mt="xs">
            {isMe ? (
              <span />
            ) : (
              <Group gap="xs">
                <StatusButton user={user} onDone={onClose} />
                {user.hasSecondFactor ? <ResetFactorButton user={user} onDone={onClose} /> : null}
              </Group>
            )}
            <Button type="submit" loading={isPending}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ResetFactorButton({ user, onDone }: { user: User; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const notice = useProblemNotice();
  const reset = useResetSecondFactor();
  return (
    <ConfirmButton
      question={t('members.resetFactorQuestion', { name: user.name })}
      confirmLabel={t('members.resetFactor')}
      onConfirm={() =>
        reset.mutate(user.id, {
          onSuccess: () => {
            onDone();
            notifySuccess(t('members.factorReset', { name: user.name }));
          },
          onError: notice,
        })
      }
    >
      {t('members.resetFactor')}
    </ConfirmButton>
  );
}

function StatusButton({ user, onDone }: { user: User; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const notice = useProblemNotice();
  const update = useUpdateUser();
  function setStatus(target: User, status: 'active' | 'disabled', done: (saved: User) => void) {
    update.mutate({ user: target, changes: { status } }, { onSuccess: done, onError: notice });
  }
  if (user.status === 'disabled') {
    return (
      <Button variant="default" onClick={() => setStatus(user, 'active', onDone)}>
        {t('members.enable')}
      </Button>
    );
  }
  return (
    <ConfirmButton
      question={t('members.disableQuestion', { name: user.name })}
      confirmLabel={t('members.disable')}
      onConfirm={() =>
        setStatus(user, 'disabled', (saved) => {
          onDone();
          notifyUndo(t('members.disabledNotice', { name: user.name }), () =>
            setStatus(saved, 'active', () => undefined),
          );
        })
      }
    >
      {t('members.disable')}
    </ConfirmButton>
  );
}
