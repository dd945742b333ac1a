import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { routeTree } from './route-tree.config';

const api = process.env.VINCULO_API ?? 'http://localhost:4000';

const VENDOR =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|@tanstack\/(react-router|router-core|history|react-query|query-core|store|react-store)|@mantine\/core\/esm\/core|clsx)\//;

export default defineConfig({
  plugins: [tanstackRouter({ ...routeTree, autoCodeSplitting: true }), react()],
  server: { port: 5173, proxy: { '/api': api, '/files': api } },
  build: {
    target: 'es2022',
    sourcemap: true,
    // Read by scripts/measure-start.ts.
    manifest: 'manifest.gen.json',
    rolldownOptions: {
      output: {
        // What every page needs, in one file: it compresses better, and changes only with its libraries.
        codeSplitting: { groups: [{ name: 'vendor', test: VENDOR }] },
      },
    },
  },
});
