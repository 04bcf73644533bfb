export { consume, createLimiter, type LimitStore } from './createLimiter.ts'
export { networkOf } from './networkOf.ts'
export { SharedLimiter, type Standing } from './sharedLimiter.ts'
