import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IOrigin, OriginProtocolPolicy, OriginSslPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { PublisherCode } from '../constructs/site-publisher';
import { StaticSite } from '../constructs/static-site';
import { removalPolicyOf } from '../removal';
import type { Stage } from '../stages';

export interface WebStackProps extends StackProps {
  readonly stage: Stage;
  readonly objects: IBucket;
  readonly publisherCode: PublisherCode;
}

const REQUESTS_PER_SECOND = 500;
const BURST = 1000;

/**
 * The front door: one origin for the client and the API. The HTTP API itself is here and its function is not, since
 * functions put the door's address into mails and so have to come after it.
 */
export class WebStack extends Stack {
  readonly httpApi: HttpApi;
  readonly appUrl: string;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    const { stage, objects, publisherCode } = props;
    this.httpApi = new HttpApi(this, 'Api', { apiName: `vinculo-${stage.name}`, createDefaultStage: false });
    const logGroup = new LogGroup(this, 'ApiAccessLogs', {
      retention: stage.logRetentionDays satisfies RetentionDays,
      removalPolicy: removalPolicyOf(stage),
    });
    new HttpStage(this, 'ApiStage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup) },
    });
    const site = new StaticSite(this, 'Site', {
      stage,
      api: apiOrigin(this.httpApi, stage),
      connectTo: [`https://${objects.bucketRegionalDomainName}`],
      publisherCode,
    });
    this.appUrl = site.url;
    new CfnOutput(this, 'Url', { value: site.url, description: 'Where people sign up and log in.' });
    new CfnOutput(this, 'ApiId', { value: this.httpApi.apiId });
    new CfnOutput(this, 'DistributionDomain', { value: site.distribution.distributionDomainName });
  }
}

function apiOrigin(httpApi: HttpApi, { emulator }: Stage): IOrigin {
  const { apiId } = httpApi;
  if (emulator) {
    return new HttpOrigin(emulator.hostname, {
      protocolPolicy: OriginProtocolPolicy.HTTP_ONLY,
      httpPort: Number(emulator.port),
      originPath: `/_aws/execute-api/${apiId}/$default`,
    });
  }
  const { region, urlSuffix } = httpApi.stack;
  return new HttpOrigin(`${apiId}.execute-api.${region}.${urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
  });
}
