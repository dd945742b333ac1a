import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Session } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../lib/client';
import { askForPasskey, hasPasskeys, PasskeyCancelled } from '../../../lib/passkeys';
import { useProblemText } from '../../../lib/problem-text';

interface PasskeyButtonProps {
  /** Of the second step; without it the passkey is the whole log-in. */
  challenge?: string;
  onDone: (session: Session) => unknown;
  onProblem: (problem: string | null) => void;
}

export function PasskeyButton({ challenge, onDone, onProblem }: PasskeyButtonProps) {
  const { t } = useTranslation('auth');
  const { describe } = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const options = await vinculo.logInSteps.passkeyOptions(challenge);
      return vinculo.logInSteps.withPasskey({ challenge, response: await askForPasskey(options) });
    },
    onMutate: () => onProblem(null),
    onSuccess: onDone,
    onError: (error) => onProblem(error instanceof PasskeyCancelled ? null : describe(error).title),
  });
  if (!hasPasskeys) return null;
  return (
    <Button
      variant="default"
      size="md"
      fullWidth
      leftSection={<IconFingerprint size={18} stroke={1.6} />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {t('passkey.logIn')}
    </Button>
  );
}
