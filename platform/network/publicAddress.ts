/**
 * Addresses that users name (push services, webhooks) may lead nowhere inside: not to this machine, not to the network that
 * Parley runs in. Names are checked after they are resolved, at the moment of connecting, so that a name which points
 * elsewhere by then gains nothing.
 */
import { lookup as resolve } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

/** The address is none that Parley connects to for a user. */
export class PrivateAddress extends Error {
  readonly code = 'PRIVATE_ADDRESS'
}

/** What IANA lists as not globally reachable (RFC 6890 and its registries), and multicast. */
const v4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
]
/** Only 2000::/3 is given out; of it, what is for documents, benchmarks and tunnels that hide an IPv4 address. */
const v6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const reserved = new BlockList()
for (const [list, family] of [
  [v4, 'ipv4'],
  [v6, 'ipv6'],
] as const) {
  for (const subnet of list) {
    const [net, prefix] = subnet.split('/')
    reserved.addSubnet(net!, Number(prefix), family)
  }
}
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** True for an IP address that anyone on the internet reaches. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !reserved.check(address, 'ipv4')
  return family === 6 && givenOut.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
}

/** False where the URL's host is itself an address, and none of the internet. A name says nothing yet: see `publicLookup`. */
export function mayBePublic(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? host !== 'localhost' && !host.endsWith('.localhost') : isPublicAddress(host)
}

/** As `dns.lookup`, for `net.connect`: fails with PrivateAddress where one of a name's addresses is none of the internet. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const every: LookupOptions & { all: true } = { ...options, all: true }
  resolve(hostname, every, (error, addresses: LookupAddress[]) => {
    const [first] = error ? [] : addresses
    if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), '', 0)
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new PrivateAddress(`${hostname} leads to an address that is not public`), '', 0)
    }
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}
