import { INDEX_NAMES, PROJECTED_ATTRIBUTES, TTL_ATTRIBUTE } from '@vinculo/platform/table/schema';
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

const READ_ACTIONS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE_ACTIONS = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

export type Partitions = 'tenants' | 'directory';

/** What the partition keys of a grant must begin with. */
const LEADING_KEYS: Record<Partitions, string> = { tenants: 'ten_*', directory: 'directory#*' };

export interface TenantTableProps {
  readonly isDisposable: boolean;
}

/** The one table. Keys, indexes and projections come from the schema that the code itself uses. */
export class TenantTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { isDisposable }: TenantTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: INDEX_NAMES.map((indexName) => ({
        indexName,
        partitionKey: { name: `${indexName}pk`, type: AttributeType.STRING },
        sortKey: { name: `${indexName}sk`, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...PROJECTED_ATTRIBUTES],
      })),
      billing: Billing.onDemand(),
      timeToLiveAttribute: TTL_ATTRIBUTE,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryptionV2.awsManagedKey(),
      deletionProtection: !isDisposable,
      removalPolicy: isDisposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
  }

  /**
   * Grants item actions only: no Scan and no PartiQL, which have no leading key and would reach every tenant. The
   * `Null` condition is there because `ForAllValues` is also true when a request carries no key at all.
   */
  grant(grantee: IGrantable, rights: 'read' | 'readwrite', partitions: Partitions): void {
    const indexes = INDEX_NAMES.map((indexName) => `${this.table.tableArn}/index/${indexName}`);
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: rights === 'read' ? READ_ACTIONS : [...READ_ACTIONS, ...WRITE_ACTIONS],
        resources: [this.table.tableArn, ...indexes],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [LEADING_KEYS[partitions]] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
    );
  }
}
