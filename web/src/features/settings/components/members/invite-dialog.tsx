import { Button, Checkbox, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useSubmit } from '../../../../lib/use-submit';
import { teamsQuery } from '../../../../lib/workspace';
import { rolesQuery, useInvitationActions } from '../../api/people';
import { readAddresses } from './read-addresses';

interface InviteValues extends Record<string, unknown> {
  email: string;
  roleId: string;
  teamIds: string[];
  message: string;
}

/** Invites everybody in the list; those that were invited leave it, so that what remains is what failed. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'auth', 'common']);
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const { refresh } = useInvitationActions();
  const form = useForm<InviteValues>({
    initialValues: { email: '', roleId: 'sales_rep', teamIds: [], message: '' },
    validate: { email: (text) => (readAddresses(text).length > 0 ? null : t('auth:field.emailInvalid')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: async ({ email, roleId, teamIds, message }) => {
      const addresses = readAddresses(email);
      for (const [index, address] of addresses.entries()) {
        await vinculo.people.invite({ email: address, roleId, teamIds, ...(message ? { message } : {}) });
        form.setFieldValue('email', addresses.slice(index + 1).join('\n'));
      }
      return addresses.length;
    },
    onDone: async (count) => {
      notifySuccess(t('members.invited', { count }));
      onClose();
      await refresh();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('members.invite')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <Textarea
            label={t('members.addresses')}
            description={t('members.addressesText')}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('email')}
          />
          <NativeSelect
            label={t('members.role')}
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
          ) : null}
          <Textarea label={t('members.message')} autosize minRows={2} {...form.getInputProps('message')} />
          <Button type="submit" loading={isPending}>
            {t('members.send')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
