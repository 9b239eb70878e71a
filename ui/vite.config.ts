import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The letters in which the door is drawn, as their files begin. */
const doorLetters = ['atkinson-hyperlegible-next-latin-wght', 'source-serif-4-latin-opsz'];

/**
 * Without the attribute an empty page is painted first, and the painting of the door waits for that. What the first script
 * will ask for is named beside it, so that all of it comes at once and not one after the other.
 */
const doorFirst: Plugin = {
  name: 'door-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {}, chunk }) => ({
      html: html.replace('<script type="module"', '<script blocking="render" type="module"'),
      tags: [
        ...(chunk?.imports ?? []).map((file) => ({ rel: 'modulepreload', href: `./${file}` })),
        ...Object.keys(bundle)
          .filter((file) => doorLetters.some((name) => file.includes(name)))
          .map((file) => ({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}` })),
      ].map((attrs) => ({ tag: 'link', injectTo: 'head' as const, attrs: { ...attrs, crossorigin: true } })),
    }),
  },
};

/**
 * The window loads everything from its own folder under a strict content policy, so nothing is
 * inlined: no data: fonts, no style elements, no module preload helper.
 */
export default defineConfig({
  plugins: [svelte(), doorFirst],
  base: './',
  clearScreen: false,
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    sourcemap: false,
  },
  // The pretend office reads the drawn bodies from the assets beside this folder.
  server: { port: 5183, strictPort: true, host: '127.0.0.1', fs: { allow: ['..'] } },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    testTimeout: 20000,
  },
});
