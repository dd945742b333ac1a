import { createFileRoute } from '@tanstack/react-router';
import { PipelinePage, type PipelineSearch } from '../../../features/pipelines/components/pipeline-page';

export const Route = createFileRoute('/_app/pipelines/')({
  validateSearch: (search: Record<string, unknown>): PipelineSearch => ({
    ...(typeof search.pipeline === 'string' ? { pipeline: search.pipeline } : {}),
    ...(search.view === 'forecast' ? { view: search.view } : {}),
    ...(search.mine === true ? { mine: true } : {}),
    ...(Number.isInteger(search.months) ? { months: Number(search.months) } : {}),
  }),
  component: PipelineRoute,
});

function PipelineRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PipelinePage
      search={search}
      onSearch={(changes) =>
        void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
      }
    />
  );
}
