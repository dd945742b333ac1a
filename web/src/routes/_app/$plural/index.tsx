import { createFileRoute, notFound } from '@tanstack/react-router';
import { RecordList } from '../../../features/records/list/record-list';
import { metadataQuery } from '../../../lib/metadata';

interface ListSearch {
  /** A saved view. */
  view?: string | undefined;
}

export const Route = createFileRoute('/_app/$plural/')({
  validateSearch: (search: Record<string, unknown>): ListSearch =>
    typeof search.view === 'string' ? { view: search.view } : {},
  loader: async ({ context, params }) => {
    const { recordTypes } = await context.queryClient.ensureQueryData(metadataQuery);
    const info = recordTypes.find(({ plural }) => plural === params.plural);
    if (!info) throw notFound();
    return { info };
  },
  component: ListRoute,
});

function ListRoute() {
  const { info } = Route.useLoaderData();
  return <RecordList info={info} />;
}
