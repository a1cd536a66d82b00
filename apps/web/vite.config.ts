import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const lib = (name: string) =>
  fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

/** The API's address while `vite` serves the screens; the API serves the built ones itself. */
const api = process.env.API_ADDRESS ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { '@tracker/domain': lib('domain'), '@tracker/contract': lib('contract') },
  },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    target: 'es2022',
    // The Content-Security-Policy allows no `data:` scripts and no inlined ones.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Everything the first screen shares with the others in one file: dozens of small ones
          // compress worse and each costs a request.
          groups: [{ name: 'shared', test: /node_modules|[\\/]libs[\\/]/, minShareCount: 3 }],
        },
      },
    },
  },
});
