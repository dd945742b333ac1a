import { Alert, Button, CopyButton, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './new-secret.module.css';

interface NewSecretProps {
  secret: string;
  /** What it is, and why it is seen once; those of an API key by default. */
  label?: string;
  text?: string;
  note?: string | undefined;
  onClose: () => void;
}

/** The only sight of a secret: it goes when the person says that they have it. */
export function NewSecret({ secret, label, text, note, onClose }: NewSecretProps) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="sm">
      <Alert
        classNames={{ root: classes.warning, title: classes.strong, icon: classes.strong }}
        icon={<IconAlertTriangle size={18} />}
        title={t('keys.onceTitle')}
      >
        {text ?? t('keys.once')}
      </Alert>
      <TextInput
        label={label ?? t('keys.secret')}
        value={secret}
        readOnly
        classNames={{ input: classes.secret }}
        onFocus={(event) => event.currentTarget.select()}
      />
      {note ? <p className={classes.note}>{note}</p> : null}
      <CopyButton value={secret} timeout={4_000}>
        {({ copied, copy }) => (
          <Button
            data-autofocus
            variant="default"
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            onClick={copy}
          >
            {copied ? t('keys.copied') : t('keys.copy')}
          </Button>
        )}
      </CopyButton>
      <Button onClick={onClose}>{t('keys.kept')}</Button>
    </Stack>
  );
}
