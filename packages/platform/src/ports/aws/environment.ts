/**
 * The environment variables of a deployed function. CDK sets exactly those that a function's declared needs call for,
 * so reading one that is missing is a mistake in `functions/registry.ts`, and the error says so.
 */
export const ENVIRONMENT = {
  tableName: 'TABLE_NAME',
  tableRoleArn: 'TABLE_ROLE_ARN',
  appUrl: 'APP_URL',
  objectsBucket: 'OBJECTS_BUCKET',
  busName: 'EVENT_BUS_NAME',
  busArn: 'EVENT_BUS_ARN',
  scheduleGroup: 'SCHEDULE_GROUP',
  scheduleRoleArn: 'SCHEDULE_ROLE_ARN',
  mailFrom: 'MAIL_FROM',
  mailConfigurationSet: 'MAIL_CONFIGURATION_SET',
  sealingSecretArn: 'SEALING_SECRET_ARN',
} as const;

/** The variable that holds the URL of one of our own queues: `import-chunks` is in `QUEUE_URL_IMPORT_CHUNKS`. */
export function queueUrlVariable(queue: string): string {
  return `QUEUE_URL_${queue.toUpperCase().replaceAll('-', '_')}`;
}

/** Throws when the function was deployed without the variable. */
export function requiredVariable(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: does this function declare that need in functions/registry.ts?`);
  return value;
}
