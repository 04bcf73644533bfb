// Docker's question to a container: is the role that runs here ready? Every role answers on its PORT.
// Plain JavaScript, and no fetch: this starts every few seconds in every container.
import { get } from 'node:http'

const answerWithinMs = 4000
const options = { host: '127.0.0.1', port: process.env.PORT || 4000, path: '/health/ready', timeout: answerWithinMs }
const request = get(options, async (response) => {
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += chunk
  console.log(`${response.statusCode} ${text}`)
  process.exitCode = response.statusCode === 200 ? 0 : 1
})
request.on('timeout', () => request.destroy(new Error(`no answer within ${answerWithinMs} ms`)))
request.on('error', (error) => {
  console.log(`Not ready: ${error.message}`)
  process.exitCode = 1
})
