import { parseKeyRing } from '@vinculo/platform/secrets/key-ring';
import { PROJECTED_ATTRIBUTES, TTL_ATTRIBUTE, tableDefinition } from '@vinculo/platform/table/schema';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it, vi } from 'vitest';
import { LIVE, synthesise } from './synthesise';

vi.setConfig({ testTimeout: 60_000 });

const live = synthesise(LIVE).templates;

describe('the table', () => {
  it('has the keys and indexes that the code uses, and no local index (D16)', () => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } = tableDefinition;
    live.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema,
      AttributeDefinitions: Match.arrayWith(AttributeDefinitions),
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys }) => ({
        IndexName,
        KeySchema: keys,
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...PROJECTED_ATTRIBUTES] },
      })),
      StreamSpecification: { StreamViewType: StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: TTL_ATTRIBUTE, Enabled: true },
      LocalSecondaryIndexes: Match.absent(),
    });
  });

  it('is encrypted, recoverable to any point in time, and cannot be deleted by mistake (D17)', () => {
    live.data.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        SSESpecification: { SSEEnabled: true },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    });
  });

  it('may go with a stage that says it is disposable, still recoverable', () => {
    synthesise({}).templates.data.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Delete',
      Properties: {
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: false,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    });
  });
});

describe('the keys of sealed secrets', () => {
  it('are generated once and kept as long as the table (D17)', () => {
    live.data.hasResource('AWS::SecretsManager::Secret', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        // Exactly so: another way to generate it would generate another key in its place.
        GenerateSecretString: {
          SecretStringTemplate: '{"current":"k1"}',
          GenerateStringKey: 'k1',
          PasswordLength: 64,
          ExcludePunctuation: true,
        },
      },
    });
    const generated = { ...JSON.parse('{"current":"k1"}'), k1: 'a'.repeat(64) };
    expect(parseKeyRing(JSON.stringify(generated)).keys.get('k1')).toHaveLength(64);
  });
});

describe('every bucket', () => {
  it.each(['data', 'web'] as const)('of the %s stack is private, encrypted and kept', (stack) => {
    const buckets = live[stack].findResources('AWS::S3::Bucket');
    expect(Object.keys(buckets).length).toBeGreaterThan(0);
    live[stack].allResources('AWS::S3::Bucket', {
      DeletionPolicy: Match.stringLikeRegexp('Retain'),
      Properties: Match.objectLike({
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      }),
    });
    live[stack].allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});
