// Which network addresses may be reached: none that is private, however it is named, written or wrapped.

import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export type MayReach = (address: string) => boolean

/** Of names, as `dns.lookup` answers with all addresses. */
export type Lookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export const PRIVATE_NETWORK = 'PRIVATE_NETWORK'
export const ON_PRIVATE_NETWORK =
  'a private network, which Brevier fetches from only where FETCH_PRIVATE is yes'

const privateNetworks = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6')
}

/** Loopback, private, link-local, metadata, multicast, reserved, or a wrapper of an IPv4 address. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (isIP(bare) === 6) return privateNetworks.check(bare, 'ipv6') || isMapped(bare)
  return isIP(bare) === 4 ? privateNetworks.check(bare, 'ipv4') : true
}

/** `::ffff:10.0.0.1` is an IPv4 address in IPv6 clothes; no public server needs it. */
function isMapped(address: string): boolean {
  return new URL(`http://[${address}]`).hostname.startsWith('[::ffff:')
}

/** Looks a name up and gives only addresses that may be connected to: the address that was checked is the one that is used. */
export function guardedLookup(mayReach: MayReach, resolve: Lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const allowed = addresses.filter(({ address }) => mayReach(address))
      const [first] = allowed
      if (!first) return callback(new PrivateNetworkError(), [])
      if (options.all) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
}

class PrivateNetworkError extends Error {
  readonly code = PRIVATE_NETWORK
}
