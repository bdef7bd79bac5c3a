import { join, resolve } from 'node:path';
import { type Network, readNetwork } from '../egress/index.js';
import { Reader, type Environment } from './reader.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** True when PORT was set: then no other port is tried. */
  readonly portIsFixed: boolean;
  /** The address people use, without a slash at the end. */
  readonly baseUrl: string | null;
  /** The owner's address, for migrations; null means our own server. */
  readonly ownerUrl: string | null;
  /** The application role's address, where it does not follow from the owner's. */
  readonly appUrl: string | null;
  readonly dataFolder: string;
  readonly mailUrl: string | null;
  readonly mailFrom: string;
  readonly keyFile: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly trustProxy: boolean;
  readonly workerApart: boolean;
  /** Networks that are not public and that receivers of webhooks may stand in. */
  readonly webhookNetworks: readonly Network[];
  readonly argon2: { readonly memoryKib: number; readonly passes: number };
}

/** What the running application knows: its settings, and where its database, mail and keys really are. */
export interface Config extends Settings {
  readonly baseUrl: string;
  /** The database, as the application's role. */
  readonly databaseUrl: string;
  /** Where mail goes when MAIL_URL is not set: one file for each. */
  readonly mailFolder: string;
}

const KNOWN = ['COUNTERSIGN_DATA', 'COUNTERSIGN_KEY_FILE', 'COUNTERSIGN_TEST_SERVER'];
const isLocal = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

const baseUrlOf = (read: Reader): string | null => {
  const url = read.address('BASE_URL', ['https:', 'http:'], 'an address such as https://countersign.example.org');
  if (!url) return null;
  if (url.protocol === 'http:' && !isLocal(url)) read.mistake('BASE_URL', 'an address with https (http only on this machine)', 'http');
  if (url.pathname !== '/' || url.search || url.hash)
    read.mistake('BASE_URL', 'an address without a path', url.pathname + url.search + url.hash);
  return url.origin;
};

const networksIn = (read: Reader): readonly Network[] =>
  (read.text('WEBHOOK_PRIVATE_NETWORKS') ?? '').split(',').flatMap((text) => {
    if (text.trim() === '') return [];
    const network = readNetwork(text);
    if (!network) read.mistake('WEBHOOK_PRIVATE_NETWORKS', 'networks such as 10.20.0.0/16,192.168.1.5', JSON.stringify(text.trim()));
    return network ? [network] : [];
  });

/** Reads the environment. Throws one error that names every mistake: the variable, what was expected, what was found (never a secret). */
export const readSettings = (environment: Environment): Settings => {
  const read = new Reader(environment);
  const dataFolder = resolve(read.text('COUNTERSIGN_DATA') ?? 'data');
  const settings: Settings = {
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.number('PORT', 0, 65_535) ?? 3000,
    portIsFixed: read.text('PORT') !== undefined,
    baseUrl: baseUrlOf(read),
    ownerUrl:
      read.address('DATABASE_URL', ['postgres:', 'postgresql:'], 'an address such as postgresql://owner:password@host/database')?.href ??
      null,
    appUrl:
      read.address(
        'DATABASE_APP_URL',
        ['postgres:', 'postgresql:'],
        'an address such as postgresql://countersign_app:password@host/database',
      )?.href ?? null,
    dataFolder,
    mailUrl: read.address('MAIL_URL', ['smtp:', 'smtps:'], 'an address such as smtps://user:password@host')?.href ?? null,
    mailFrom: read.mailbox('MAIL_FROM') ?? 'Countersign <countersign@localhost>',
    keyFile: resolve(read.text('COUNTERSIGN_KEY_FILE') ?? join(dataFolder, 'keys', 'lease-signing.pem')),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'info',
    trustProxy: read.oneOf('TRUST_PROXY', ['yes', 'no']) === 'yes',
    workerApart: read.oneOf('WORKER', ['inside', 'apart']) === 'apart',
    webhookNetworks: networksIn(read),
    argon2: { memoryKib: read.number('ARGON2_MEMORY_KIB', 1024, 4_194_304) ?? 19_456, passes: read.number('ARGON2_PASSES', 1, 100) ?? 2 },
  };
  if (settings.appUrl && !settings.ownerUrl) read.mistake('DATABASE_APP_URL', 'DATABASE_URL beside it', 'DATABASE_APP_URL alone');
  read.unknown('COUNTERSIGN_', KNOWN);
  read.close();
  return settings;
};
