type Setting = readonly [name: string, value: string];

/** Nobody but this machine's own user reaches the server: no network, a private socket. */
const reach = (socketFolder: string): readonly Setting[] => [
  ['listen_addresses', ''],
  ['unix_socket_directories', socketFolder],
  ['unix_socket_permissions', '0700'],
  ['max_connections', '80'],
];

/** The defaults write values of rows into the server's log; these keep personal data out of it. */
const SILENCE: readonly Setting[] = [
  ['log_error_verbosity', 'terse'],
  ['log_min_messages', 'log'],
  ['log_min_error_statement', 'panic'],
  ['log_parameter_max_length_on_error', '0'],
  ['log_parameter_max_length', '0'],
  ['log_statement', 'none'],
  ['log_checkpoints', 'off'],
  ['log_timezone', 'UTC'],
];

const SMALL: readonly Setting[] = [
  ['shared_buffers', '64MB'],
  ['wal_level', 'minimal'],
  ['max_wal_senders', '0'],
  ['max_wal_size', '512MB'],
  ['timezone', 'UTC'],
  ['jit', 'off'],
];

/** What is acknowledged is on disk. Tests, and only tests, go without. */
const durability = (durable: boolean): readonly Setting[] => {
  const state = durable ? 'on' : 'off';
  return [
    // A log that nobody keeps is not made ready in advance either: a cluster that is copied is 32 MB smaller.
    ['wal_recycle', state],
    ['wal_init_zero', state],
    ['fsync', state],
    ['synchronous_commit', state],
    ['full_page_writes', state],
    ['autovacuum', state],
  ];
};

export const serverSettings = (socketFolder: string, durable: boolean): readonly Setting[] => [
  ...reach(socketFolder),
  ...SILENCE,
  ...SMALL,
  ...durability(durable),
];
