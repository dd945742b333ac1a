import { ENVIRONMENT } from '@vinculo/platform/ports/aws/environment';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../removal';
import type { Stage } from '../stages';

/** The keys that seal secrets in the table. Without them those can't be opened, so they are kept as long as the table. */
export class SealingKeys extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    // As `platform/secrets/key-ring.ts` reads it. Any change here would generate another key in its place.
    this.secret = new Secret(this, 'Ring', {
      description: `Seals secrets in the table of Vinculo ${stage.name}`,
      generateSecretString: {
        secretStringTemplate: '{"current":"k1"}',
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: removalPolicyOf(stage),
    });
  }

  /** Lets a function read the keys, and do nothing else with them. */
  connect(fn: LambdaFunction): void {
    fn.addEnvironment(ENVIRONMENT.sealingSecretArn, this.secret.secretArn);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: [this.secret.secretArn],
      }),
    );
  }
}
