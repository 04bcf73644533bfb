/**
 * CPU per operation of the router's executor beside @apollo/gateway's, on plans that are made. Run it with
 * `node bench/router/executors.ts`. Two rows for each operation: with subgraphs in this process (real schemas, executed),
 * and with their answers at hand as text, so that only the router's part is left: it writes each request as JSON and
 * parses each answer.
 */
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { createLogger } from '../../platform/telemetry/index.ts'
import type { SubgraphRequest, SubgraphResult } from '../../platform/subgraph/index.ts'
import { buildSupergraph } from '../../router/supergraph/index.ts'
import { gatewayRunner } from './gatewayRunner.ts'
import { chatGraph, shopGraph, type BenchGraph } from './graphs.ts'

type Answerer = (subgraph: string, request: Pick<SubgraphRequest, 'query' | 'variables'>) => Promise<SubgraphResult>
type Run = () => Promise<string>

const logger = createLogger({ log: { level: 'silent', format: 'json' } })

function executed(schemas: Map<string, GraphQLSchema>): Answerer {
  const documents = new Map<string, DocumentNode>()
  return async (subgraph, { query, variables }) => {
    let document = documents.get(query)
    if (!document) documents.set(query, (document = parse(query)))
    return (await execute({ schema: schemas.get(subgraph)!, document, variableValues: variables })) as SubgraphResult
  }
}

/** Answers that were given once, by the text of the request. */
function recorded(answer: Answerer): Answerer {
  const answers = new Map<string, string>()
  return async (subgraph, request) => {
    const key = `${subgraph} ${JSON.stringify(request)}`
    let text = answers.get(key)
    if (text === undefined) answers.set(key, (text = JSON.stringify(await answer(subgraph, request))))
    return JSON.parse(text) as SubgraphResult
  }
}

function ourRunner(graph: BenchGraph, answer: Answerer, query: string): Run {
  const subgraphs = (name: string) => ({
    execute: ({ query: text, variables = {} }: SubgraphRequest) => answer(name, { query: text, variables }),
  })
  const supergraph = buildSupergraph({ sdl: graph.sdl, subgraphs, logger })
  const context = { viewer: undefined, requestId: 'r' }
  return async () => {
    const prepared = supergraph.prepare(query)
    if ('errors' in prepared) throw prepared.errors[0]
    return (await supergraph.execute(prepared, {}, context)).body
  }
}

/** What the requests of one operation cost as text: written, and their answers parsed. */
async function wireRunner(run: (answer: Answerer) => Run, answer: Answerer): Promise<Run> {
  const requests: Parameters<Answerer>[] = []
  await run((...request) => {
    requests.push(structuredClone(request))
    return answer(...request)
  })()
  return async () => {
    for (const request of requests) await answer(...request)
    return ''
  }
}

async function measure(run: Run, milliseconds: number): Promise<number> {
  const repeat = async (during: number) => {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    let count = 0
    while (performance.now() - start < during) {
      await run()
      count++
    }
    const { user, system } = process.cpuUsage(cpu)
    return (user + system) / count
  }
  await repeat(milliseconds / 2)
  return repeat(milliseconds)
}

async function compare(name: string, graph: BenchGraph, answer: Answerer, milliseconds: number): Promise<void> {
  const query = graph.operations[name]!
  const asked = { ours: 0, theirs: 0 }
  const counting =
    (who: keyof typeof asked): Answerer =>
    (subgraph, request) => {
      asked[who]++
      return answer(subgraph, request)
    }
  const [ours, theirs] = [
    ourRunner(graph, counting('ours'), query),
    gatewayRunner(graph.sdl, counting('theirs'), query),
  ]
  if (JSON.stringify(JSON.parse(await ours())) !== JSON.stringify(JSON.parse(await theirs())))
    throw new Error(`${name}: the answers differ.`)
  const requests = { ...asked }
  const only = process.env['ONLY']
  const [us, them] = [
    only === 'theirs' ? NaN : await measure(ours, milliseconds),
    only === 'ours' ? NaN : await measure(theirs, milliseconds),
  ]
  const wire = await measure(await wireRunner((one) => ourRunner(graph, one, query), answer), milliseconds / 2)
  const row = [
    us.toFixed(1),
    wire.toFixed(1),
    them.toFixed(1),
    (them / us).toFixed(1),
    `${requests.ours}/${requests.theirs}`,
  ]
  console.log(`${name.padEnd(16)}${row.map((cell) => cell.padStart(10)).join('')}`)
}

const milliseconds = Number(process.env['MS'] ?? 2_000)
for (const [title, wrap] of [
  ['answers at hand', recorded],
  ['subgraphs in this process', (answer: Answerer) => answer],
] as const) {
  if (process.env['PART'] && !title.startsWith(process.env['PART'])) continue
  console.log(`\n${title}: us per operation\n${''.padEnd(16)}      ours subgraphs   gateway     ratio  requests`)
  for (const graph of [chatGraph(), shopGraph()]) {
    const answer = wrap(executed(graph.schemas))
    for (const name of Object.keys(graph.operations)) await compare(name, graph, answer, milliseconds)
  }
}
