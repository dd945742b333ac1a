/** The physical table, read by CDK and by the local engine, so that they cannot differ. */
export const INDEX_NAMES = ['gsi1', 'gsi2', 'gsi3', 'gsi4'] as const;
export type IndexName = (typeof INDEX_NAMES)[number];

/**
 * What each index carries besides keys. A record keeps the fields that lists show in `card` and the rest in `data`,
 * so a page of 50 stays within 3 RRU.
 */
export const PROJECTED_ATTRIBUTES = [
  'kind',
  'type',
  'version',
  'ownerId',
  'teamId',
  'createdAt',
  'updatedAt',
  'card',
] as const;

export const TTL_ATTRIBUTE = 'expiresAt';

/** CreateTable input without the name. */
export const tableDefinition = {
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: ['pk', 'sk', ...INDEX_NAMES.flatMap((name) => [`${name}pk`, `${name}sk`])].map(
    (AttributeName) => ({ AttributeName, AttributeType: 'S' as const }),
  ),
  GlobalSecondaryIndexes: INDEX_NAMES.map((IndexName) => ({
    IndexName,
    KeySchema: [
      { AttributeName: `${IndexName}pk`, KeyType: 'HASH' as const },
      { AttributeName: `${IndexName}sk`, KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...PROJECTED_ATTRIBUTES] },
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const },
};
