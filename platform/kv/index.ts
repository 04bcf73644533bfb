export type { Field, KeyValue } from './kv.ts'
export { openKeyValue } from './openKeyValue.ts'
