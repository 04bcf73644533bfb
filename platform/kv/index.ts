export type { KeyValue } from './kv.ts'
export { openKeyValue } from './openKeyValue.ts'
