/** Apollo Client for Parley: see ../README.md. */
export { cacheOptions } from './cacheOptions.ts'
export { createParleyClient, type ParleyClient, type ParleyClientOptions } from './createParleyClient.ts'
export { createAuthLink } from './authLink.ts'
export { errorOf } from '../errors/errorOf.ts'
export { ResumeLink, type ResumeOptions } from './resumeLink.ts'
export { SocketLink } from './socketLink.ts'
