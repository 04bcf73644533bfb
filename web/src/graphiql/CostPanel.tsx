import { useSyncExternalStore } from 'react'
import { Gauge } from 'lucide-react'
import { lastAnswer } from './lastAnswer.ts'

/** What the last operation cost, what is left, and which subgraphs took part. */
function CostPanel() {
  const last = useSyncExternalStore(lastAnswer.subscribe, lastAnswer.current)
  return (
    <section className="parley-cost">
      <h2>Price and plan</h2>
      {last ? (
        <>
          <dl>
            <dt>Price</dt>
            <dd>{last.cost ?? 'not told'}</dd>
            <dt>Time</dt>
            <dd>{last.milliseconds} ms</dd>
            {ratesIn(last.rates).map(({ name, left }) => (
              <div key={name}>
                <dt>Left this minute: {name}</dt>
                <dd>{left}</dd>
              </div>
            ))}
          </dl>
          {last.plan ? <pre>{last.plan}</pre> : <p>The plan is shown to operators here.</p>}
        </>
      ) : (
        <p>Run a query: its price, what is left of your rates, and which subgraph is asked what stand here.</p>
      )}
    </section>
  )
}

/** The header as the server writes it: `"queries";r=2999;t=60, "price";r=…`. */
const ratesIn = (header: string | null): { name: string; left: string }[] =>
  [...(header ?? '').matchAll(/"(\w+)";r=(\d+)/g)].map(([, name = '', left = '']) => ({ name, left }))

export const costPlugin = { title: 'Price and plan', icon: () => <Gauge size={22} />, content: CostPanel }
