/** What an app calls itself: `usage` of the schema checks then says who asks for a field that is to go. */
export interface ClientAwareness {
  /** As in `ios`, `web`, `export-bot`. */
  name: string
  /** As in `2.1.0`. */
  version?: string
}

/** As headers of a request, or as fields of `connection_init`. */
export const clientAwarenessFields = (client: ClientAwareness | undefined): Record<string, string> =>
  client
    ? {
        'apollographql-client-name': client.name,
        ...(client.version ? { 'apollographql-client-version': client.version } : {}),
      }
    : {}
