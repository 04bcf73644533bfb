import type { WebhookResolvers } from '../../generated.ts'

export const pauseReason: WebhookResolvers['pauseReason'] = ({ state, pausedBecause }) => {
  if (state === 'ACTIVE') return null
  // Before reasons were kept, somebody had paused it.
  return state === 'FAILING' ? 'ENDPOINT_FAILED' : (pausedBecause ?? 'BY_HAND')
}
