import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

/** Answers from the web client's build. */
export interface WebPages {
  /** A file of the build, or, for an address that only the client's own routing knows, its page. */
  serve(request: IncomingMessage, response: ServerResponse): void
  serveGraphiql(request: IncomingMessage, response: ServerResponse): void
}

const missing =
  'The web client is not built. Run `npm run build:web` and start again; the API is at /graphql all the same.\n'

const graphiqlFiles = /^\/(assets\/|graphiql\.html$|favicon\.svg$|theme\.js$)/

/** GraphiQL of the build and nothing else: for a router that serves no chat. `/` leads to it. */
export function graphiqlPages(root: string | undefined): WebPages {
  const { serve, serveGraphiql } = webPages(root)
  return {
    serveGraphiql,
    serve(request, response) {
      const path = (request.url ?? '').split('?', 1)[0] ?? ''
      if (path === '/') response.writeHead(302, { location: '/graphql' }).end()
      else if (graphiqlFiles.test(path)) serve(request, response)
      else sendText(response, 404, 'There is nothing at this address.\n')
    },
  }
}

/** `root`: the folder of the build, read once at start. Names with a hash in `assets/` are kept by browsers for good. */
export function webPages(root: string | undefined): WebPages {
  if (root === undefined || !existsSync(join(root, 'index.html'))) return { serve: notBuilt, serveGraphiql: notBuilt }
  const files = sirv(root, {
    etag: true,
    gzip: true,
    brotli: true,
    single: true,
    setHeaders: (response, path) => {
      const lasting = path.startsWith('/assets/') && !path.endsWith('.html')
      response.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const serve = (request: IncomingMessage, response: ServerResponse) =>
    files(request, response, () => void sendText(response, 404, 'There is nothing at this address.\n'))
  return {
    serve,
    serveGraphiql: (request, response) => {
      request.url = '/graphiql.html'
      serve(request, response)
    },
  }
}

function notBuilt(request: IncomingMessage, response: ServerResponse): void {
  const page = request.url === '/' || request.headers.accept?.includes('text/html')
  if (page) sendText(response, 503, missing)
  else sendText(response, 404, 'There is nothing at this address.\n')
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(text)
}
