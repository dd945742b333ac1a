import { CustomResource, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';

import { Construct } from 'constructs';
import { removalPolicyOf } from '../removal';
import type { Stage } from '../stages';
import type { PrivateBucket } from './private-bucket';

export interface PublisherCode {
  /** A bundle that carries the client's built files beside its handler. */
  readonly code: Code;
  /** Changes whenever a file does, so that CloudFormation publishes again. */
  readonly release: string;
}

export interface SitePublisherProps {
  readonly stage: Stage;
  readonly files: PrivateBucket;
  readonly code: PublisherCode;
}

/**
 * Publishes the client within `cdk deploy`. CDK's own BucketDeployment does that with a Python function and the AWS
 * CLI in a layer; this one is a small bundle of ours, sets the cache headers, and keeps files that open pages still use. Nothing needs an
 * invalidation: names of assets hold their content's hash, and the page itself is cached for a second at most.
 */
export class SitePublisher extends Construct {
  constructor(scope: Construct, id: string, { stage, files, code }: SitePublisherProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logRetentionDays satisfies RetentionDays,
      removalPolicy: removalPolicyOf(stage),
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const allow = (actions: string[], resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    allow(['s3:PutObject', 's3:DeleteObject'], [files.arnForObjects('*')]);
    allow(['s3:ListBucket'], [files.bucketArn]);
    const publish = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture,
      handler: 'index.handler',
      code: code.code,
      role,
      logGroup,
      memorySize: 512,
      timeout: Duration.minutes(5),
    });
    new CustomResource(this, 'Release', {
      serviceToken: publish.functionArn,
      serviceTimeout: Duration.minutes(6),
      resourceType: 'Custom::SiteRelease',
      properties: {
        bucket: files.bucketName,
        release: code.release,
      },
    });
  }
}
