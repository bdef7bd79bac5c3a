import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The role that the application works as. It owns nothing, so it can change neither tables nor triggers. */
export const APP_ROLE = 'countersign_app';

const LOGIN_REFUSED = ['28P01', '28000'];
const RIGHTS_MISSING = '42501';

/** The owner's address, with the application's role in place of the owner. Its password follows from the owner's, and cannot be turned back. */
export const appUrlOf = (ownerUrl: string): string => {
  const url = new URL(ownerUrl);
  const ownerPassword = decodeURIComponent(url.password) || url.searchParams.get('password');
  url.searchParams.delete('user');
  url.searchParams.delete('password');
  url.username = APP_ROLE;
  url.password = ownerPassword ? createHmac('sha256', ownerPassword).update(APP_ROLE).digest('hex') : '';
  return url.href;
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const canSignIn = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (LOGIN_REFUSED.includes(codeOf(error))) return false;
    throw error;
  }
};

/** Makes the role where it is missing. Roles belong to the whole server, so several databases may race for it. */
export const createAppRole = async (owner: pg.Client): Promise<void> => {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (rowCount) return;
  await owner.query(`create role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole noinherit`).catch((error: unknown) => {
    if (codeOf(error) === RIGHTS_MISSING)
      throw new Error(
        `The role in DATABASE_URL may not create the role ${APP_ROLE}. Expected: a role with CREATEROLE, or ${APP_ROLE} made beforehand.`,
      );
    if (!['42710', '23505'].includes(codeOf(error))) throw error;
  });
};

/** Sees to it that the application's role can sign in with the password that follows from the owner's. */
export const openAppRole = async (owner: pg.Client, appUrl: string): Promise<void> => {
  if (await canSignIn(appUrl)) return;
  const password = decodeURIComponent(new URL(appUrl).password);
  await owner.query(`alter role ${APP_ROLE} login password ${owner.escapeLiteral(password)}`);
  if (!(await canSignIn(appUrl)))
    throw new Error(`The role ${APP_ROLE} cannot sign in. Expected: the server lets it connect the way DATABASE_URL does.`);
};
