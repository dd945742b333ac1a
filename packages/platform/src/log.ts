import { Logger } from '@aws-lambda-powertools/logger';

/**
 * Structured JSON on standard output. Tenant, request and principal are passed with each line and never kept in the
 * logger, which outlives the request (T6, T10).
 */
export const logger = new Logger({ serviceName: 'vinculo' });
