import DataLoader from 'dataloader'
import { Program } from '../../program.ts'
import type { Peer, Shape } from '../peer.ts'
import { startWith } from './stockGraphqlWs.ts'

/**
 * Stock graphql-ws where title and name are another service's, as they are for Parley: resolvers ask for them through a
 * DataLoader. `each`: every operation has its own, as DataLoader's README advises. `all`: one for all, emptied after each request,
 * so that an event is asked about once, however many get it.
 */
export async function startFetching(loadersFor: 'each' | 'all', shape: Shape): Promise<Peer> {
  const entities = new Program<object>(new URL('../entities.ts', import.meta.url))
  const url = `http://127.0.0.1:${(await entities.started) as number}/graphql`
  const shared = loadersOf(url)
  return startWith<Loaders>(
    {
      'Conversation.title': ({ id }: { id: string }, _none, { titles }) => titles.load(id),
      'User.name': ({ id }: { id: string }, _none, { names }) => names.load(id),
    },
    () => (loadersFor === 'all' ? shared : loadersOf(url)),
    shape,
  )
}

interface Loaders {
  titles: DataLoader<string, string>
  names: DataLoader<string, string>
}

const loadersOf = (url: string): Loaders => ({
  titles: loaderOf(url, 'Conversation', 'title'),
  names: loaderOf(url, 'User', 'name'),
})

function loaderOf(url: string, __typename: string, field: string): DataLoader<string, string> {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${__typename} { ${field} } } }`
  const loader = new DataLoader<string, string>(async (ids) => {
    loader.clearAll()
    const variables = { representations: ids.map((id) => ({ __typename, id })) }
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const { data } = (await answer.json()) as { data: { _entities: Record<string, string>[] } }
    return data._entities.map((entity) => entity[field]!)
  })
  return loader
}
