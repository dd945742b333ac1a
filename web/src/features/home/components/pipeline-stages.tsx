import { useQuery } from '@tanstack/react-query';
import type { Board, Pipeline } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/ui/links';
import { QueryPanel } from '../../../components/ui/query-panel';
import { useAccess } from '../../../lib/access';
import { useFormat } from '../../../lib/use-format';
import { pipelinesQuery } from '../../../lib/workspace';
import { boardTotalsQuery } from '../api/home-queries';
import classes from './pipeline-stages.module.css';

/** Count and worth of each open stage of the default pipeline. */
export function PipelineStages() {
  const { t } = useTranslation('home');
  const canRead = useAccess().can('read', 'opportunity');
  const pipelines = useQuery({ ...pipelinesQuery, enabled: canRead }).data?.items ?? [];
  const pipeline = pipelines.find(({ isDefault }) => isDefault) ?? pipelines[0];
  const query = useQuery({ ...boardTotalsQuery(pipeline?.id ?? ''), enabled: pipeline !== undefined });
  if (!canRead) return null;
  return (
    <QueryPanel
      title={t('pipeline.title')}
      meta={pipeline?.name}
      action={
        <TextLink to="/pipelines" size="sm">
          {t('opportunities.board')}
        </TextLink>
      }
      query={query}
      flush={false}
    >
      {(board) => (pipeline ? <StageTable board={board} pipeline={pipeline} /> : null)}
    </QueryPanel>
  );
}

function StageTable({ board, pipeline }: { board: Board; pipeline: Pipeline }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const rows = pipeline.stages
    .filter(({ kind }) => kind === 'open')
    .map((stage) => {
      const column = board.columns.find(({ stageId }) => stageId === stage.id);
      const worth = column?.baseTotalMinor ?? 0;
      return { stage, count: column?.count ?? 0, worth };
    });
  const largest = Math.max(1, ...rows.map(({ worth }) => worth));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('pipeline.stage')}</th>
          <th scope="col" className={classes.number}>
            {t('pipeline.count')}
          </th>
          <th scope="col" className={classes.number}>
            {t('pipeline.worth', { currency: board.baseCurrency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ stage, count, worth }) => (
          <tr key={stage.id}>
            <th scope="row">
              <span className={classes.name}>{stage.name}</span>
              {worth > 0 ? (
                <span className={classes.bar} style={{ width: `${(worth / largest) * 100}%` }} aria-hidden />
              ) : null}
            </th>
            <td className={classes.number}>{format.number(count)}</td>
            <td className={classes.number}>{format.money(worth, board.baseCurrency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
