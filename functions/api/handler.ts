import { handle } from 'hono/aws-lambda';
import { createApp } from './app';
import { viewerIp } from './viewer-ip';

const corsOrigins = (process.env.CORS_ORIGINS ?? '').split(',').filter(Boolean);

export const handler = handle(createApp({ clientIp: viewerIp, corsOrigins }));
