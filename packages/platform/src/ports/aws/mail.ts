import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '../mail';
import { ENVIRONMENT, requiredVariable } from './environment';

/** Amazon SES. Its own retries cover throttling; anything else is the caller's to retry. */
export function sesMail(client = new SESv2Client()): Mail {
  const from = requiredVariable(ENVIRONMENT.mailFrom);
  const configurationSet = process.env[ENVIRONMENT.mailConfigurationSet];
  return {
    async send({ to, subject, text, html, tags }) {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: 'UTF-8' },
              Body: { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } },
            },
          },
          EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
        }),
      );
      if (!MessageId) throw new Error('SES took a message and gave no id for it.');
      return { messageId: MessageId };
    },
  };
}
