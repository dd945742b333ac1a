import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { removalPolicyOf } from '../removal';
import type { Stage } from '../stages';

/** A bucket that nobody reaches without credentials and TLS, kept unless its stage is disposable. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, { stage, ...props }: BucketProps & { readonly stage: Stage }) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      // An emulator speaks plain HTTP on this machine.
      enforceSSL: !stage.emulator,
      removalPolicy: removalPolicyOf(stage),
      // CDK does this with a function that takes the AWS SDK from Lambda's own runtime, which no emulator has.
      autoDeleteObjects: stage.isDisposable && !stage.emulator,
      ...props,
    });
  }

  /** Always known here; CDK's own class leaves it open, and so does not fit `IBucket` under exact optional types. */
  override get isWebsite(): boolean {
    return false;
  }
}
