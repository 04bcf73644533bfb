import * as errors from '../../platform/errors.ts'
import { closings, duplicateId, retries, type Closing } from '../../router/realtime/index.ts'

/** The one catalogue of what goes wrong: codes of errors, and of sockets that are closed. */
export const errorsPage = (generated: string): string => `# Errors and close codes
${generated}

Every error in an answer carries \`extensions.code\`, \`extensions.retriable\`, and \`extensions.retryAfterMs\` where waiting
helps. Programs act on the code; the message is for people. What is retriable and says no time is tried again with back-off: after
half a second at random, doubled with each try, up to 15 s. Anything we did not expect is \`INTERNAL\`, with an
\`errorId\` that finds it in the log.

| code | retriable | what to do |
|---|---|---|
${errorRows()}

## Close codes

With them the router closes a WebSocket. 44xx belong to [graphql-transport-ws](https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md),
those below 2000 to RFC 6455, other 45xx are ours. Clients of graphql-ws come back, or do not, as the last column says; the
[client package](../client/README.md) also waits as long as is said. A socket that is lost without a code (1006) is opened again like after 1012.

| code | reason | what it means | come back? |
|---|---|---|---|
${closingRows()}

| come back? | how |
|---|---|
${Object.entries(retries)
  .map(([retry, how]) => `| ${retry} | ${how} |`)
  .join('\n')}

A stream over HTTP has no such codes. A router that goes down ends it with the error \`UNAVAILABLE\` and \`retryAfterMs\`: over SSE as a
\`next\` without \`complete\` after it (and with \`retry:\`), in Apollo's multipart protocol as a transport error (\`payload: null\`). Come
back then, with \`after\`, as after 1012. One that ends without its end was cut, as by 4508 or \`Token expired\`: come back
in the same way. One that may not be opened is answered with an error from the list above; so is one whose session was ended.
`

function errorRows(): string {
  const classes = Object.values(errors).filter(
    (value): value is typeof errors.ParleyError =>
      typeof value === 'function' && value.prototype instanceof errors.ParleyError,
  )
  return classes
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, retriable, advice }) => `| \`${code}\` | ${retriable ? 'yes' : 'no'} | ${advice} |`)
    .join('\n')
}

const closingRows = (): string =>
  [...Object.values<Closing>(closings), duplicateId('…')]
    .toSorted((a, b) => a.code - b.code)
    .map(({ code, reason, meaning, retry }) => `| ${code} | ${reason} | ${meaning} | ${retry} |`)
    .join('\n')
