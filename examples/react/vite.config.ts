import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

// The condition takes the client package from its sources beside this folder; an app of its own needs no such line.
export default defineConfig({ plugins: [react()], resolve: { conditions: ['parley-source', 'browser', 'module'] } })
