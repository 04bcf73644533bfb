export { activityKey, idleFrom } from './activity.ts'
export { CONNECTIONS_CHANNEL, readConnectionsChange, type ConnectionsChange } from './change.ts'
export {
  connectionsIn,
  connectionsKey,
  lastSeenIn,
  routersKey,
  seenKey,
  type Connection,
  type ConnectionFacts,
  type RouterFacts,
} from './keys.ts'
export { openConnectionRegistry, type ConnectionRegistry, type RegistryOptions } from './registry.ts'
