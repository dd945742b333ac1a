import { createFileRoute } from '@tanstack/react-router';
import { WebhooksPage } from '../../../../features/settings/components/webhooks/webhooks-page';

export const Route = createFileRoute('/_app/settings/webhooks/')({
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'inbound' } =>
    tab === 'inbound' ? { tab } : {},
  component: WebhooksRoute,
});

function WebhooksRoute() {
  const { tab } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <WebhooksPage
      tab={tab ?? 'outgoing'}
      onTab={(next) => void navigate({ search: next === 'inbound' ? { tab: 'inbound' } : {}, replace: true })}
    />
  );
}
