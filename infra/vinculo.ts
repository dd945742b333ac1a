import type { FunctionEntry } from '@vinculo/functions/registry';
import { type App, Tags } from 'aws-cdk-lib';
import type { CodeOf } from './constructs/crm-function';
import type { PublisherCode } from './constructs/site-publisher';
import { ApiStack } from './stacks/api';
import { DataStack } from './stacks/data';
import { EventsStack } from './stacks/events';
import { ObservabilityStack } from './stacks/observability';
import { WebStack } from './stacks/web';
import { type Stage, stageFrom } from './stages';

export interface VinculoProps {
  readonly entries: readonly FunctionEntry[];
  readonly codeOf: CodeOf;
  readonly publisherCode: PublisherCode;
}

export interface Vinculo {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly web: WebStack;
  readonly events: EventsStack;
  readonly api: ApiStack;
  readonly observability: ObservabilityStack;
}

/** The five stacks of one stage, in the order in which they depend on each other. */
export function addVinculo(app: App, { entries, codeOf, publisherCode }: VinculoProps): Vinculo {
  const stage = stageFrom(app.node);
  const env = {
    ...(process.env.CDK_DEFAULT_ACCOUNT ? { account: process.env.CDK_DEFAULT_ACCOUNT } : {}),
    ...(process.env.CDK_DEFAULT_REGION ? { region: process.env.CDK_DEFAULT_REGION } : {}),
  };
  const common = (part: string) => ({ stage, env, stackName: `Vinculo-${stage.name}-${part}` });
  const data = new DataStack(app, 'Data', common('Data'));
  const web = new WebStack(app, 'Web', { ...common('Web'), objects: data.objects, publisherCode });
  const events = new EventsStack(app, 'Events', {
    ...common('Events'),
    entries,
    codeOf,
    appUrl: web.appUrl,
    table: data.table,
    objects: data.objects,
    sealingKeys: data.sealingKeys,
  });
  const api = new ApiStack(app, 'Api', {
    ...common('Api'),
    entries,
    httpApi: web.httpApi,
    resources: events.resources,
  });
  const observability = new ObservabilityStack(app, 'Observability', {
    ...common('Observability'),
    httpApi: web.httpApi,
    api: api.api,
    table: data.table,
    watchedQueues: events.watchedQueues,
    relays: events.relays,
  });
  Tags.of(app).add('vinculo:stage', stage.name);
  return { stage, data, web, events, api, observability };
}
