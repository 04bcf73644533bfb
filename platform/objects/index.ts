export { ObjectIncomplete, type ByteRange, type ObjectStore } from './objectStore.ts'
export { openObjectStore } from './openObjectStore.ts'
