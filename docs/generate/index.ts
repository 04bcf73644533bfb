import { mkdirSync, writeFileSync } from 'node:fs'
import { pages } from './pages.ts'

mkdirSync(new URL('../reference', import.meta.url), { recursive: true })
for (const [file, page] of Object.entries(pages)) writeFileSync(new URL(`../${file}`, import.meta.url), page())
