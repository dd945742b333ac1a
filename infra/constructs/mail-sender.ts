import { ENVIRONMENT } from '@vinculo/platform/ports/aws/environment';
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { MailSettings } from '../stages';

/** Amazon SES for one sender address. */
export class MailSender extends Construct {
  private readonly configurationSet: ConfigurationSet;

  constructor(
    scope: Construct,
    id: string,
    private readonly settings: MailSettings,
  ) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    if (settings.hasOwnIdentity) {
      new EmailIdentity(this, 'Identity', {
        identity: Identity.domain(domainOf(settings.from)),
        configurationSet: this.configurationSet,
      });
    }
  }

  /** Lets a function send as this sender, whose identity may be the address or its whole domain. */
  connect(fn: LambdaFunction): void {
    const { from } = this.settings;
    fn.addEnvironment(ENVIRONMENT.mailFrom, from);
    fn.addEnvironment(ENVIRONMENT.mailConfigurationSet, this.configurationSet.configurationSetName);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          this.arnOf('identity', domainOf(from)),
          this.arnOf('identity', from),
          this.arnOf('configuration-set', this.configurationSet.configurationSetName),
        ],
      }),
    );
  }

  private arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
