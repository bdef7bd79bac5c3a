import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What the documentation asks of OpenSSL, for a machine without it; anything else is an error. */
const asked = process.argv.slice(2).join(' ');
const [, hexKey] = /^dgst -sha256 -mac HMAC -macopt hexkey:([0-9a-f]+) -binary$/.exec(asked) ?? [];
if (asked === 'rand -hex 16') process.stdout.write(`${randomBytes(16).toString('hex')}\n`);
else if (hexKey) process.stdout.write(createHmac('sha256', Buffer.from(hexKey, 'hex')).update(readFileSync(0)).digest());
else throw new Error(`openssl: ${asked} is not understood`);
