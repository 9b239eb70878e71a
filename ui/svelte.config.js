import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Styles become files at build time, so that the content policy can forbid inline ones. */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { css: 'external' },
};
