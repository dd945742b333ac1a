import type { Webhook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../../components/ui/tag';

const COLORS = { active: 'green', paused: 'gray', disabled: 'red' } as const;

export function WebhookState({ webhook: { status } }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  return <Tag color={COLORS[status]}>{t(`status.${status}`)}</Tag>;
}
