import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const server = 'http://localhost:4000'

/** Two pages: the chat, and GraphiQL (which the router serves at /graphql). Nothing is fetched from elsewhere. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // What light-dark(), nesting and dvh need.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      input: { index: page('index.html'), graphiql: page('graphiql.html') },
      // Many small files shared by pages that load on demand would each be a request of their own.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules[\\/](react|react-dom|scheduler|react-i18next|i18next|wouter)[\\/]/,
            },
            { name: 'parts', test: /web[\\/]src[\\/](api|theme|ui)[\\/]|[\\/]client[\\/]/ },
          ],
        },
      },
      // GraphiQL's libraries mark modules for the React compiler, which does not run here.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
    chunkSizeWarningLimit: 4_000,
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/graphql': {
        target: server,
        ws: true,
        changeOrigin: true,
        bypass: ({ method, headers }) =>
          method === 'GET' && headers.accept?.includes('text/html') ? '/graphiql.html' : undefined,
      },
    },
  },
})
