// Hive Gateway as its documentation sets it up; equal requests in flight share an execution only where HIVE_DEDUPE says so.
import { defineConfig } from '@graphql-hive/gateway'

const dedupe = process.env.HIVE_DEDUPE === '1'

export const gatewayConfig = defineConfig({
  logging: 'error',
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => {
      const authorization = request.headers.get('authorization')
      return authorization ? { authorization } : {}
    },
  },
  inboundInflightRequestDeduplication: dedupe,
  transportEntries: {
    '*.http': {
      options: { deduplicateInflightRequests: dedupe, subscriptions: { kind: 'ws', location: '/graphql' } },
    },
  },
})
