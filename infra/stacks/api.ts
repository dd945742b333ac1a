import type { FunctionEntry } from '@vinculo/functions/registry';
import { Stack, type StackProps } from 'aws-cdk-lib';
import { type HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { CrmFunction, type Resources } from '../constructs/crm-function';

export interface ApiStackProps extends StackProps {
  readonly entries: readonly FunctionEntry[];
  readonly httpApi: HttpApi;
  readonly resources: Resources;
}

/** One function answers every route: the router is Hono's, and one warm function serves all of them. */
export class ApiStack extends Stack {
  readonly api: CrmFunction;

  constructor(scope: Construct, id: string, { entries, httpApi, resources, ...props }: ApiStackProps) {
    super(scope, id, props);
    const [entry, ...others] = entries.filter((candidate) => 'http' in candidate);
    if (!entry || others.length > 0)
      throw new Error('functions/registry.ts must have exactly one http entry.');
    this.api = new CrmFunction(this, 'Api', entry, resources);
    new HttpRoute(this, 'Default', {
      httpApi,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Integration', this.api.fn),
    });
  }
}
