import { BlockList, isIP } from 'node:net';

/** A network by its prefix: `10.20.0.0/16`, `127.0.0.1/32`, `fd12:3456::/32`. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Not the public internet (IANA's registries of special-purpose addresses, RFC 6890). */
const SPECIAL_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Within global unicast: ways into IPv4, and documentation. Everything outside it is refused: loopback, link-local, unique local, mapped IPv4. */
const SPECIAL_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const GLOBAL_6 = '2000::/3';
/** Where the machines of a cloud give out their own secrets: permitted only where that very address is named. */
const METADATA = ['169.254.169.254', '168.63.129.16', '100.100.100.200', 'fd00:ec2::254'];
const LEAST_PREFIX = { ipv4: 8, ipv6: 7 } as const;

const networkIn = (text: string): Network | null => {
  const [address = '', length, ...rest] = text.trim().split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return null;
  const [family, longest] = version === 4 ? (['ipv4', 32] as const) : (['ipv6', 128] as const);
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  const prefix = length === undefined ? longest : Number(length);
  return prefix <= longest ? { address, prefix, family } : null;
};

/** Null: it is no network, or one so wide (under /8, or /7 for IPv6) that nobody can mean it. */
export const readNetwork = (text: string): Network | null => {
  const network = networkIn(text);
  return network && network.prefix >= LEAST_PREFIX[network.family] ? network : null;
};

const listOf = (networks: readonly (Network | null)[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) if (network) list.addSubnet(network.address, network.prefix, network.family);
  return list;
};
const SPECIAL = listOf([...SPECIAL_4, ...SPECIAL_6].map(networkIn));
const GLOBAL = listOf([networkIn(GLOBAL_6)]);
const OWN_SECRETS = listOf(METADATA.map(networkIn));

export type Reach = 'public' | 'permitted' | 'refused';

/** Whether a program of ours may connect to this address. `permitted`: not public, and one of the networks that the administrator of the server named. */
export const reachOf = (address: string, permitted: readonly Network[]): Reach => {
  const version = isIP(address);
  if (version === 0) return 'refused';
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const narrow = permitted.filter(({ prefix }) => prefix === (version === 4 ? 32 : 128));
  if (OWN_SECRETS.check(address, family)) return listOf(narrow).check(address, family) ? 'permitted' : 'refused';
  if (listOf(permitted.filter((network) => network.family === family)).check(address, family)) return 'permitted';
  if (version === 6 && !GLOBAL.check(address, family)) return 'refused';
  return SPECIAL.check(address, family) ? 'refused' : 'public';
};
