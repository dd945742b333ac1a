import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import type { RoleDraft } from '@vinculo/client/resources/access';
import type { Role } from '@vinculo/client/types';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { ButtonLink } from '../../../../components/ui/links';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { notifySuccess } from '../../../../lib/notify';
import { useProblemText } from '../../../../lib/problem-text';
import { rolesQuery } from '../../api/people';
import { AccessGrid } from './access-grid';
import { FieldRules } from './field-rules';
import { RoleBasics } from './role-basics';
import classes from './role-editor.module.css';

interface RoleEditorProps {
  title: string;
  initial: RoleDraft;
  isNew?: boolean;
  isReadOnly?: boolean;
  /** Offers to start another role from this one. */
  copyFrom?: string;
  note?: string | undefined;
  save: (draft: RoleDraft) => Promise<Role>;
  extra?: ReactNode;
}

export function RoleEditor({
  title,
  initial,
  isNew = false,
  isReadOnly = false,
  copyFrom,
  note,
  save,
  extra,
}: RoleEditorProps) {
  const { t } = useTranslation(['settings', 'common']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { describe } = useProblemText();
  const [draft, setDraft] = useState(initial);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(initial);
  const saving = useMutation({
    mutationFn: () => save(draft),
    onSuccess: async (role) => {
      await client.invalidateQueries({ queryKey: rolesQuery.queryKey });
      notifySuccess(t('common:form.saved'));
      await navigate({ to: '/settings/roles/$roleId', params: { roleId: role.id }, ignoreBlocker: true });
    },
  });
  const isLocked = isReadOnly || saving.isPending;
  useBlocker({
    disabled: !isDirty || saving.isSuccess,
    enableBeforeUnload: isDirty && !saving.isSuccess,
    shouldBlockFn: () => !window.confirm(t('roles.leave')),
  });

  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            {extra}
            {copyFrom ? (
              <ButtonLink to="/settings/roles/new" search={{ from: copyFrom }} variant="default">
                {t('roles.copy')}
              </ButtonLink>
            ) : null}
            {isReadOnly ? null : (
              <Button
                loading={saving.isPending}
                disabled={!(isDirty || isNew) || draft.name.trim() === ''}
                onClick={() => saving.mutate()}
              >
                {t('common:action.save')}
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        {note ? (
          <Alert variant="light" color="gray" p="xs" mb="md">
            {note}
          </Alert>
        ) : null}
        <FormProblem problem={saving.error ? describe(saving.error).title : null} />
        <div className={classes.parts}>
          <fieldset disabled={isLocked} className={classes.fields}>
            <legend className={classes.legend}>{t('roles.about')}</legend>
            <RoleBasics draft={draft} onChange={setDraft} />
          </fieldset>
          <AccessGrid draft={draft} onChange={setDraft} isReadOnly={isLocked} />
          <fieldset disabled={isLocked} className={classes.fields}>
            <legend className={classes.legend}>{t('roles.fields')}</legend>
            <FieldRules draft={draft} onChange={setDraft} />
          </fieldset>
        </div>
      </PageBody>
    </>
  );
}
