// Docker's question to a container: is the role that runs here ready? Every role answers on its PORT.
const url = `http://127.0.0.1:${process.env.PORT || 4000}/health/ready`
const response = await fetch(url, { signal: AbortSignal.timeout(4000) })
console.log(`${response.status} ${await response.text()}`)
process.exitCode = response.ok ? 0 : 1
