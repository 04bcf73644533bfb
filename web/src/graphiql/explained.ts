import { lastAnswer } from './lastAnswer.ts'

/**
 * Asks for the plan along with the answer, and keeps what the server says of price, rates and plan for the panel beside. What
 * is shown as the answer is what any client gets.
 */
export async function explained(send: (headers: Headers) => Promise<Response>, headers: Headers): Promise<Response> {
  const start = performance.now()
  headers.set('x-parley-explain', '1')
  const response = await send(headers)
  if (!response.headers.get('content-type')?.includes('json')) return response
  const text = await response.text()
  const { answer, plan } = withoutPlan(text)
  lastAnswer.set({
    cost: response.headers.get('x-operation-cost'),
    rates: response.headers.get('ratelimit'),
    milliseconds: Math.round(performance.now() - start),
    plan,
  })
  return new Response(answer, { status: response.status, headers: { 'content-type': 'application/json' } })
}

function withoutPlan(text: string): { answer: string; plan: string | null } {
  try {
    const { extensions: { queryPlan = null, ...others } = {}, ...rest } = JSON.parse(text)
    const isEmpty = Object.keys(others).length === 0
    return { answer: JSON.stringify(isEmpty ? rest : { ...rest, extensions: others }), plan: queryPlan }
  } catch {
    return { answer: text, plan: null }
  }
}
