import type { ServicesState } from './state.ts'

/** Known to all, which is fine: the services listen on 127.0.0.1 only and hold nothing but test data. */
export const credentials = { user: 'parley', password: 'parley' }

/** The variables that make Parley use these services, under the names that `platform/config` reads. */
export function environment({ ports }: ServicesState): Record<string, string> {
  const { user, password } = credentials
  const mysql = `mysql://${user}:${password}@127.0.0.1:${ports.mysql}`
  return {
    PARLEY_USERS_DATABASE_URL: `${mysql}/parley_users`,
    PARLEY_CONVERSATIONS_DATABASE_URL: `${mysql}/parley_conversations`,
    PARLEY_REGISTRY_DATABASE_URL: `${mysql}/parley_registry`,
    PARLEY_REDIS_URL: `redis://:${password}@127.0.0.1:${ports.redis}`,
    PARLEY_KAFKA_BROKERS: `127.0.0.1:${ports.kafka}`,
  }
}
