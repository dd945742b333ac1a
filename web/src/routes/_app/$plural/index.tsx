import { createFileRoute, notFound } from '@tanstack/react-router';
import { type ListSearch, readListSearch } from '../../../features/records/list/list-search';
import { RecordList } from '../../../features/records/list/record-list';
import { metadataQuery } from '../../../lib/metadata';

export const Route = createFileRoute('/_app/$plural/')({
  validateSearch: readListSearch,
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
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = (next: ListSearch) => void navigate({ search: next, replace: true });
  return (
    <RecordList key={`${info.name} ${search.view ?? ''}`} info={info} search={search} onSearch={onSearch} />
  );
}
