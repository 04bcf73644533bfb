/**
 * Where the socket is, from the address of the API or its own, as in `https://chat.example.com/graphql`; in a browser also from a
 * path, as in `/graphql`.
 * @throws TypeError  it is no such address. `new WebSocket` would say so too, but to nobody
 */
export function socketAddress(url: string): string {
  const isWhole = /^[a-z][a-z\d+.-]*:/i.test(url)
  const address = isWhole || typeof location === 'undefined' ? url : new URL(url, location.href).href
  if (/^(http|ws)s?:\/\/[^/]/i.test(address)) return address.replace(/^http/i, 'ws')
  throw new TypeError(`The address of Parley looks like https://chat.example.com/graphql, unlike "${url}".`)
}
