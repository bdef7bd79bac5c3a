import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** DER, as much of it as a certificate needs (X.690). */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (bytes: string): Buffer => der(0x06, hex(bytes));
const bits = (bytes: Uint8Array): Buffer => der(0x03, Buffer.from([0]), bytes);
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const CRITICAL = der(0x01, hex('ff'));

const nameOf = (text: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))));
const extension = (id: string, value: Buffer, ...critical: readonly Buffer[]): Buffer => sequence(oid(id), ...critical, der(0x04, value));
/** A certificate of an authority (RFC 5280): it may sign others. */
const FOR_AUTHORITY = [
  extension('551d13', sequence(der(0x01, hex('ff'))), CRITICAL),
  extension('551d0f', der(0x03, hex('0204')), CRITICAL),
];
const forHost = (host: string): Buffer => {
  const isAddress = /^[\d.]+$/.test(host);
  const name = isAddress ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
  return extension('551d11', sequence(name));
};

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;

interface Wanted {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signedWith: KeyObject;
  readonly extensions: readonly Buffer[];
}
const certificate = ({ subject, issuer, publicKey, signedWith, extensions }: Wanted): string => {
  const content = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, Buffer.concat([hex('01'), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    nameOf(issuer),
    sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  return pem(sequence(content, ECDSA_WITH_SHA256, bits(sign('sha256', content, signedWith))));
};
const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}
/** An authority that an organisation has for itself: its certificate, and those that it gives to hosts. */
export const ownAuthority = (name: string): { readonly cert: string; for(host: string): ServerCertificate } => {
  const own = keyPair();
  const by = { issuer: name, signedWith: own.privateKey };
  return {
    cert: certificate({ ...by, subject: name, publicKey: own.publicKey, extensions: FOR_AUTHORITY }),
    for: (host) => {
      const { publicKey, privateKey } = keyPair();
      const cert = certificate({ ...by, subject: host, publicKey, extensions: [forHost(host)] });
      return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    },
  };
};
