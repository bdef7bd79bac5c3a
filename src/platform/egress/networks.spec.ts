import { type Network, reachOf, readNetwork } from './networks.js';

const networks = (...texts: readonly string[]): Network[] => texts.map(readNetwork).filter((network) => network !== null);

describe('an address that we are asked to connect to', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a02:22a0::1'])('%s is public', (address) =>
    expect(reachOf(address, [])).toBe('public'),
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '169.254.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.0.8',

    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'fe80::1%eth0',
    'localhost',
    '0x7f.1',
    '2130706433',
    '',
  ])('%s is refused', (address) => expect(reachOf(address, [])).toBe('refused'));

  it('is permitted where its network is named, and only there', () => {
    const named = networks('10.20.0.0/16', '127.0.0.1', 'fd12::/16');
    expect(['10.20.3.4', '127.0.0.1', 'fd12::9'].map((address) => reachOf(address, named))).toEqual([
      'permitted',
      'permitted',
      'permitted',
    ]);
    expect(['10.21.0.1', '127.0.0.2', '::1', 'fd13::9'].map((address) => reachOf(address, named))).toEqual(Array(4).fill('refused'));
    expect(reachOf('8.8.8.8', named)).toBe('public');
  });

  it('with the secrets of a cloud is permitted by its own name only, not with its network', () => {
    expect(reachOf('169.254.169.254', networks('169.254.0.0/16'))).toBe('refused');
    expect(reachOf('169.254.7.7', networks('169.254.0.0/16'))).toBe('permitted');
    expect(reachOf('169.254.169.254', networks('169.254.169.254'))).toBe('permitted');
    expect(reachOf('fd00:ec2::254', networks('fd00::/8'))).toBe('refused');
  });
});

describe('a network', () => {
  it.each([
    '10.0.0.0/7',
    '0.0.0.0/0',
    '::/0',
    'fc00::/6',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '10.0.0/8',
    'example.org',
    'fe80::1%eth0/64',
    '10.0.0.1/8/8',
    '',
  ])('is not %s', (text) => expect(readNetwork(text)).toBeNull());
  it('is one address where nothing else is said', () =>
    expect(readNetwork(' 10.0.0.1 ')).toEqual({ address: '10.0.0.1', prefix: 32, family: 'ipv4' }));
});
