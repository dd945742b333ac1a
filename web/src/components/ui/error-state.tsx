import { Button, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../lib/problem-text';
import { EmptyState } from './empty-state';

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  compact?: boolean;
  /** It stands for the whole page. */
  isPage?: boolean;
}

/** A failed load: what happened in the person's language, the id support needs, and a way to try again. */
export function ErrorState({ error, retry, compact = false, isPage = false }: ErrorStateProps) {
  const { t } = useTranslation();
  const { title, detail, requestId } = useProblemText().describe(error);
  return (
    <div role="alert">
      <EmptyState
        icon={IconAlertTriangle}
        title={title}
        {...(detail ? { text: detail } : {})}
        compact={compact}
        isPage={isPage}
        action={
          <>
            {retry ? (
              <Button variant="default" onClick={retry}>
                {t('error.retry')}
              </Button>
            ) : null}
            {requestId ? (
              <p>
                {t('error.requestId')} <Code>{requestId}</Code>
              </p>
            ) : null}
          </>
        }
      />
    </div>
  );
}
