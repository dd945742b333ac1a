import { createFileRoute, notFound } from '@tanstack/react-router';
import { RecordPage } from '../../../features/records/page/record-page';
import { metadataQuery } from '../../../lib/metadata';
import { useNoteRecent } from '../../../lib/recents';
import { recordQuery } from '../../../lib/records/queries';

interface RecordSearch {
  tab?: string | undefined;
}

export const Route = createFileRoute('/_app/$plural/$recordId')({
  validateSearch: (search: Record<string, unknown>): RecordSearch =>
    typeof search.tab === 'string' ? { tab: search.tab } : {},
  loader: async ({ context, params }) => {
    const { recordTypes } = await context.queryClient.ensureQueryData(metadataQuery);
    const info = recordTypes.find(({ plural }) => plural === params.plural);
    if (!info) throw notFound();
    await context.queryClient.ensureQueryData(recordQuery(info, params.recordId));
    return { info };
  },
  component: RecordRoute,
});

function RecordRoute() {
  const { info } = Route.useLoaderData();
  const { recordId } = Route.useParams();
  const { tab } = Route.useSearch();
  useNoteRecent(recordId);
  const navigate = Route.useNavigate();
  const onTab = (next: string) =>
    void navigate({ search: next === 'timeline' ? {} : { tab: next }, replace: true });
  return <RecordPage info={info} id={recordId} tab={tab} onTab={onTab} />;
}
