import { createFileRoute, notFound } from '@tanstack/react-router';
import { RecordPage } from '../../../features/records/components/record-page';
import { metadataQuery } from '../../../lib/metadata';

export const Route = createFileRoute('/_app/$plural/$recordId')({
  loader: async ({ context, params }) => {
    const { recordTypes } = await context.queryClient.ensureQueryData(metadataQuery);
    const info = recordTypes.find(({ plural }) => plural === params.plural);
    if (!info) throw notFound();
    return { info };
  },
  component: RecordRoute,
});

function RecordRoute() {
  const { info } = Route.useLoaderData();
  const { recordId } = Route.useParams();
  return <RecordPage info={info} id={recordId} />;
}
