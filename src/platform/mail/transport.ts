import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** Delivers one message, or answers that the receiver's server refuses it for good. Throws when it is worth trying again. */
type Send = (id: string, message: SendMailOptions) => Promise<'sent' | 'refused'>;
export interface Delivery {
  readonly send: Send;
  /** The same id twice leaves one mail. */
  readonly writesOnce: boolean;
}

const refusedForGood = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const status: unknown = Reflect.get(error, 'responseCode');
  const code: unknown = Reflect.get(error, 'code');
  return typeof status === 'number' && status >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
};

export const overSmtp = (mailUrl: string): Delivery => {
  const transport = createTransport({
    url: mailUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send: Send = async (_id, message) => {
    try {
      await transport.sendMail(message);
      return 'sent';
    } catch (error) {
      if (refusedForGood(error)) return 'refused';
      throw error;
    }
  };
  return { send, writesOnce: false };
};

/** Without a mail server: one `.eml` file for each mail, readable by the system's own user. */
export const intoFolder = (folder: string): Delivery => {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const prepare = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  };
  let ready: Promise<void> | null = null;
  const send: Send = async (id, message) => {
    const written = await transport.sendMail(message);
    const file = join(folder, `${id}.eml`);
    try {
      await (ready ??= prepare());
      await writeFile(`${file}.new`, written.message, { mode: 0o600 });
      await rename(`${file}.new`, file);
    } catch (error) {
      ready = null;
      throw error;
    }
    return 'sent';
  };
  return { send, writesOnce: true };
};
