import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { routeTree } from './route-tree.config';

const api = process.env.VINCULO_API ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [tanstackRouter({ ...routeTree, autoCodeSplitting: true }), react()],
  server: { port: 5173, proxy: { '/api': api, '/files': api } },
  build: { target: 'es2022', sourcemap: true, chunkSizeWarningLimit: 700 },
});
