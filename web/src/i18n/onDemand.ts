import { i18next } from './i18n.ts'
import { onDemand } from './en/onDemand.ts'

// Imported by the pages that say it, so that it comes with them.
i18next.addResourceBundle('en', 'translation', onDemand, true, true)
