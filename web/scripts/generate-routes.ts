import { fileURLToPath } from 'node:url';
import { Generator, getConfig } from '@tanstack/router-generator';
import { routeTree } from '../route-tree.config';

// The route tree is not in git; `tsc` needs it before Vite has ever run.
const root = fileURLToPath(new URL('..', import.meta.url));
await new Generator({ config: getConfig(routeTree, root), root }).run();
