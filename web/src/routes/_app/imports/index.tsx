import { createFileRoute } from '@tanstack/react-router';
import { ImportsPage } from '../../../features/imports/components/imports-page';

export const Route = createFileRoute('/_app/imports/')({
  validateSearch: (search: Record<string, unknown>): { type?: string } =>
    typeof search.type === 'string' ? { type: search.type } : {},
  component: ImportsRoute,
});

function ImportsRoute() {
  const navigate = Route.useNavigate();
  const { type } = Route.useSearch();
  const open = (importId: string) => void navigate({ to: '/imports/$importId', params: { importId } });
  return <ImportsPage plural={type} onCreated={open} />;
}
