import { ENVIRONMENT } from '@vinculo/platform/ports/aws/environment';
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
import { AccountRootPrincipal, Effect, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Stage } from '../stages';

const READ_ACTIONS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE_ACTIONS = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

export type TableRights = 'read' | 'readwrite';

/** The tag of a session that says whose items it reaches. */
const TENANT_TAG = 'tenant';
/** Each of the id's characters, so that no tag can stand for many tenants. */
const ONE_TENANT = `ten_${'?'.repeat(26)}`;

export interface TenantTableProps {
  readonly stage: Stage;
}

/** The one table. Keys, indexes and projections come from the schema that the code itself uses. */
export class TenantTable extends Construct {
  readonly table: TableV2;
  private readonly stageName: string;
  private readonly tenantRoles = new Map<TableRights, Role>();

  constructor(scope: Construct, id: string, { stage }: TenantTableProps) {
    super(scope, id);
    this.stageName = stage.name;
    const { isDisposable } = stage;
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
   * Lets a function act on the items of one tenant at a time: it may take on a role that reaches those of the tenant
   * that its session is tagged with, and reaches no tenant's items itself (T5).
   */
  grantTenants(fn: LambdaFunction, rights: TableRights): void {
    const { roleArn } = this.tenantRole(rights);
    fn.addEnvironment(ENVIRONMENT.tableRoleArn, roleArn);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        resources: [roleArn],
        conditions: { StringLike: { [`aws:RequestTag/${TENANT_TAG}`]: ONE_TENANT } },
      }),
    );
  }

  /** Lets a function itself reach what must be found before a tenant is known. */
  grantDirectory(fn: LambdaFunction, rights: TableRights): void {
    fn.addToRolePolicy(this.itemStatement(rights, 'directory#*'));
  }

  /**
   * Made here, so that it does not depend on the functions that come later: it trusts whoever of this stage has been
   * given the right to take it on, for one tenant and with no other tag.
   */
  private tenantRole(rights: TableRights): Role {
    const known = this.tenantRoles.get(rights);
    if (known) return known;
    const role = new Role(this, rights === 'read' ? 'TenantReader' : 'TenantWriter', {
      description: `${this.stageName}: ${rights} of one tenant's items`,
      assumedBy: new AccountRootPrincipal()
        .withConditions({
          StringEquals: { 'aws:PrincipalTag/vinculo:stage': this.stageName },
          StringLike: { [`aws:RequestTag/${TENANT_TAG}`]: ONE_TENANT },
          'ForAllValues:StringEquals': { 'aws:TagKeys': [TENANT_TAG] },
        })
        .withSessionTags(),
    });
    role.addToPolicy(this.itemStatement(rights, `\${aws:PrincipalTag/${TENANT_TAG}}#*`));
    this.tenantRoles.set(rights, role);
    return role;
  }

  /**
   * Item actions only: no Scan and no PartiQL, which have no leading key and would reach every tenant. The `Null`
   * condition is there because `ForAllValues` is also true when a request carries no key at all.
   */
  private itemStatement(rights: TableRights, leadingKey: string): PolicyStatement {
    const indexes = INDEX_NAMES.map((indexName) => `${this.table.tableArn}/index/${indexName}`);
    return new PolicyStatement({
      effect: Effect.ALLOW,
      actions: rights === 'read' ? READ_ACTIONS : [...READ_ACTIONS, ...WRITE_ACTIONS],
      resources: [this.table.tableArn, ...indexes],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [leadingKey] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    });
  }
}
