export { ConnectionFailed, type Call } from './call.ts'
export type { Target } from './connection.ts'
export { ConnectionPool, type PoolOptions } from './connectionPool.ts'
export { Deadlines } from './deadlines.ts'
