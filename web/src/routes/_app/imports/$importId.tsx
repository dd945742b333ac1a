import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '../../../features/imports/components/import-page';

export const Route = createFileRoute('/_app/imports/$importId')({ component: ImportRoute });

function ImportRoute() {
  const { importId } = Route.useParams();
  return <ImportPage key={importId} id={importId} />;
}
