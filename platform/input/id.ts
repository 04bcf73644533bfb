const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * An id as the tables hold it: a UUID (RFC 9562) in lower case. Undefined for anything else, which therefore names
 * nothing: answer as for an unknown id, and send it to no database.
 */
export const knownId = (given: string): string | undefined => (UUID.test(given) ? given.toLowerCase() : undefined)
