// `npm start`: installs what is missing, then runs the TypeScript sources as they are.
import './ensure-installed.mjs';

// A person reads this terminal: what went wrong belongs there, each request does not.
process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const { register } = await import('tsx/esm/api');
register();
await import('../packages/local/src/main.ts');
