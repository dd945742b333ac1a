import { type FunctionEntry, registry } from '@vinculo/functions/registry';
import { FEATURE_FLAGS } from '@vinculo/infra/flags';
import { addVinculo, type Vinculo } from '@vinculo/infra/vinculo';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { type Statement, statementsSchema } from './iam';

export interface Synthesised {
  readonly app: App;
  readonly vinculo: Vinculo;
  readonly templates: Record<'data' | 'web' | 'events' | 'api' | 'observability', Template>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

/** The stacks as they would be deployed, with stubs for the functions' code, so that a test needs no bundle. */
export function synthesise(
  context: Record<string, string> = {},
  entries: readonly FunctionEntry[] = registry,
): Synthesised {
  const app = new App({ context: { ...FEATURE_FLAGS, ...context } });
  const code = Code.fromInline('exports.handler = async () => {};');
  const vinculo = addVinculo(app, {
    entries,
    codeOf: () => code,
    publisherCode: { code, release: 'test' },
  });
  const { data, web, events, api, observability } = vinculo;
  return {
    app,
    vinculo,
    templates: {
      data: Template.fromStack(data),
      web: Template.fromStack(web),
      events: Template.fromStack(events),
      api: Template.fromStack(api),
      observability: Template.fromStack(observability),
    },
  };
}

/** A stage that customers use: nothing in it is disposable. */
export const LIVE = { stage: 'live', mailFrom: 'no-reply@vinculo.example' };

export function resourcesOf({ templates }: Synthesised, type?: string): Array<[string, Resource]> {
  return Object.values(templates).flatMap((template) =>
    Object.entries(template.toJSON().Resources as Record<string, Resource>).filter(
      ([, resource]) => type === undefined || resource.Type === type,
    ),
  );
}

const policySchema = z.object({ PolicyDocument: z.object({ Statement: statementsSchema }) });

/** The statements of each policy, by its logical id. */
export function policiesOf(synthesised: Synthesised): Array<[string, Statement[]]> {
  return resourcesOf(synthesised, 'AWS::IAM::Policy').map(([id, { Properties }]) => [
    id,
    policySchema.parse(Properties).PolicyDocument.Statement,
  ]);
}

const roleSchema = z.object({ AssumeRolePolicyDocument: z.object({ Statement: statementsSchema }) });

/** Who may take on each role. */
export function trustOf(synthesised: Synthesised, idStart: string): Statement[] {
  return resourcesOf(synthesised, 'AWS::IAM::Role')
    .filter(([id]) => id.startsWith(idStart))
    .flatMap(([, { Properties }]) => roleSchema.parse(Properties).AssumeRolePolicyDocument.Statement);
}
