import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };

/**
 * CDK's feature flags as recommended for the pinned version, so that an upgrade shows as a template diff. References
 * between stacks stay strong: CloudFormation then refuses to remove what another stack still uses.
 */
export const FEATURE_FLAGS = { ...recommendedFlags, '@aws-cdk/core:defaultCrossStackReferences': 'strong' };
