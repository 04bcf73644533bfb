import { readFileSync } from 'node:fs'
import { Kind, parse } from 'graphql'
import type { ConstDirectiveNode } from 'graphql'
import { apiKeyScopes } from '../../platform/identity/index.ts'

const subgraphs = ['users', 'conversations', 'messages']
const roots = ['Query', 'Mutation', 'Subscription']

/** Each field that opens to API keys, with its scope; each root field that does not, without. */
function fields(): { name: string; scope: string | undefined }[] {
  return subgraphs.flatMap((subgraph) => {
    const file = new URL(`../../subgraphs/${subgraph}/schema.graphql`, import.meta.url)
    return parse(readFileSync(file, 'utf8')).definitions.flatMap((type) => {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) return []
      return (type.fields ?? [])
        .filter((field) => !field.directives?.some(({ name }) => name.value === 'inaccessible'))
        .map((field) => ({ name: `${type.name.value}.${field.name.value}`, scope: scopeOf(field.directives) }))
        .filter(({ scope }) => scope !== undefined || roots.includes(type.name.value))
    })
  })
}

function scopeOf(directives: readonly ConstDirectiveNode[] = []): string | undefined {
  const value = directives.find(({ name }) => name.value === 'apiKeyScope')?.arguments?.[0]?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

/** What an API key reaches, made from the SDL of the subgraphs. */
export function apiKeyPage(generated: string): string {
  const all = fields()
  const named = (scope: string | undefined) =>
    all
      .filter((field) => field.scope === scope)
      .map(({ name }) => `\`${name}\``)
      .join(', ')
  return `# API keys
${generated}

With an API key (\`createApiKey\`) a program acts for the user who made it, within the scopes of the key. It is sent as
\`Authorization: Bearer pk_…\` to a router, over HTTP and in \`connection_init\`. The router exchanges it for a short-lived access
token and remembers that; subgraphs see access tokens only. A revoked key is refused everywhere at once.

| scope | opens |
|---|---|
${apiKeyScopes.map((scope) => `| \`${scope}\` | ${named(scope)} |`).join('\n')}

Closed to every API key, with \`FORBIDDEN\`: ${named(undefined)}.
What a conversation, message or user shows beyond this comes with whatever led to it.
`
}
