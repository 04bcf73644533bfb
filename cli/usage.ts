import { describeConfig } from '../platform/config/index.ts'
import { subgraphNames } from './roles/subgraph.ts'
import { workerNames } from './roles/worker.ts'

export const usage = () => `parley: a federated GraphQL chat backend

Usage: npm start                       every role in this process
       npm run parley -- COMMAND       one of these:

  all                every role in one process: on SQLite and in memory unless configured otherwise
  router             the public door: GraphQL over HTTP and WebSocket, the web client, GraphiQL
  subgraph NAME      ${subgraphNames.join(', ')}
  worker NAME        ${workerNames.join(', ')}
  migrate            bring the databases to the schema of this version
  schema COMMAND     check, lint, publish the GraphQL schema: schema help lists them

Options: --port N (PORT), --data FOLDER (PARLEY_DATA), --help, --version
         of a router: --supergraph FILE or registry:ENVIRONMENT (PARLEY_SUPERGRAPH), --subgraph NAME=URL, once for each (PARLEY_SUBGRAPH_URLS)

Environment:
${describeConfig()}
`
