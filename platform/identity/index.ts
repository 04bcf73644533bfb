/**
 * Who asks: access tokens are issued by the users subgraph alone, and verified by every process for itself with the public
 * keys. Domain-free: sessions and accounts are the users subgraph's.
 */
export { createIssuer } from './createIssuer.ts'
export { createVerifier } from './createVerifier.ts'
export { exchangeKeys, type KeyExchange } from './exchangeKeys.ts'
export type { JwksSource } from './keySet.ts'
export { createMemoryKeys } from './memoryKeys.ts'
export { refuseRevoked } from './refuseRevoked.ts'
export { openRevocations } from './revocations.ts'
export type { Revocations } from './revocations.ts'
export { API_KEY_PREFIX, apiKeyScopes, type ApiKeyScope } from './scopes.ts'
export type { SigningKeyStore, StoredKey } from './signingKeys.ts'
export { foreignTokens, parleyTokens, type TokenProfile } from './tokenProfile.ts'
export type { Jwks, TokenIssuer, TokenVerifier } from './tokens.ts'
export { Viewer } from './viewer.ts'
export type { Identity } from './viewer.ts'
