import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { PrivateBucket } from '../constructs/private-bucket';
import { SealingKeys } from '../constructs/sealing-keys';
import { TenantTable } from '../constructs/tenant-table';
import type { Stage } from '../stages';

export interface DataStackProps extends StackProps {
  readonly stage: Stage;
}

/** What must survive everything else: the table, the keys of what is sealed in it, and the tenants' objects. */
export class DataStack extends Stack {
  readonly table: TenantTable;
  readonly objects: PrivateBucket;
  readonly sealingKeys: SealingKeys;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: !props.stage.isDisposable });
    const { stage } = props;
    this.table = new TenantTable(this, 'Tenants', { stage });
    this.sealingKeys = new SealingKeys(this, 'SealingKeys', stage);
    const accessLogs = new PrivateBucket(this, 'AccessLogs', {
      stage,
      lifecycleRules: [{ expiration: Duration.days(stage.logRetentionDays) }],
    });
    this.objects = new PrivateBucket(this, 'Objects', {
      stage,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'objects/',
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      // A signed link is the permission here, and the browser sends no cookie with it. Naming the web client's origin
      // instead would make the data stack depend on the web stack.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedOrigins: [stage.domain ? `https://${stage.domain.name}` : '*'],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
    });
  }
}
