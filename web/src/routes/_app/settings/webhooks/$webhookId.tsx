import { createFileRoute } from '@tanstack/react-router';
import { WebhookPage } from '../../../../features/settings/components/webhooks/webhook-page';

export const Route = createFileRoute('/_app/settings/webhooks/$webhookId')({ component: WebhookRoute });

function WebhookRoute() {
  const { webhookId } = Route.useParams();
  return <WebhookPage key={webhookId} webhookId={webhookId} />;
}
