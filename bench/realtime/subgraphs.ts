/** The three subgraphs on SQLite in a process of their own, so that the router's processor time is the router's alone. */
import { openChatSubgraphs } from '../chatSubgraphs.ts'

/** Sent to the parent once all listen. */
export interface SubgraphUrls {
  subgraphs: Record<string, string>
  jwks: string
}

const { subgraphs, listen } = await openChatSubgraphs()
const urls: SubgraphUrls = { subgraphs: {}, jwks: '' }
for (const subgraph of subgraphs) {
  const origin = await listen(subgraph)
  urls.subgraphs[subgraph.name] = `${origin}/graphql`
  urls.jwks = `${origin}/.well-known/jwks.json`
}
process.send!(urls)
