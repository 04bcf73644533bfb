import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The service worker: one classic script at the root, since its address decides which pages it serves. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    lib: {
      entry: fileURLToPath(new URL('src/notifications/serviceWorker.ts', import.meta.url)),
      formats: ['iife'],
      name: 'parley',
      fileName: () => 'sw.js',
    },
  },
})
