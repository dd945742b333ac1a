import { consumer } from '@vinculo/platform/events/consumer';
import { loadSystemContext } from '@vinculo/records/records/system-context';
import { applyPipelineChange } from '@vinculo/sales/pipelines/apply-change';

export const handler = consumer('apply-pipeline-change', async (ctx, event) => {
  await applyPipelineChange(await loadSystemContext(ctx), event);
});
