import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { firstScreen } from './first-screen';

const lib = (name: string) =>
  fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The API's address while `vite` serves the screens; the API serves the built ones itself. */
const api = process.env.API_ADDRESS ?? 'http://127.0.0.1:3000';

/** Packages, libraries and pieces of screens; charts are fetched with the screens that draw, however many they are. */
const SHARED =
  /node_modules[\\/](?!@mui[\\/]x-|@base-ui[\\/]|d3-|internmap|flatqueue|bezier-easing)|[\\/]libs[\\/]|[\\/]web[\\/]src[\\/](?!charts)/;

export default defineConfig({
  plugins: [
    react(),
    firstScreen,
    VitePWA({
      // The page says that a new version is there and reloads when the person agrees.
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: 'School Engagement Tracker',
        short_name: 'Tracker',
        description: 'Which schools to visit next, and why.',
        lang: 'en-GB',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#5b2a5e',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
        // The page is one; what the API serves is never answered from the device.
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
        // Inline helpers would be one more file to serve, and a policy to loosen.
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  resolve: {
    alias: { '@tracker/domain': lib('domain'), '@tracker/contract': lib('contract') },
  },
  // With the host that the browser names, as the API refuses writes from another site.
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    target: 'es2022',
    // The Content-Security-Policy allows no `data:` scripts and no inlined ones.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'src/providers/early-answers.ts'].map(here),
      output: {
        codeSplitting: {
          // Everything the first screen shares with the others in one file: dozens of small ones
          // compress worse and each costs a request.
          groups: [
            { name: 'early', test: /providers[\\/](early-answers|route-path)\./, priority: 1 },
            { name: 'shared', test: SHARED, minShareCount: 3 },
          ],
        },
      },
    },
  },
});
