import pg from 'pg';

const tell = async (ownerUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
    await client.query('select pg_reload_conf()');
  } finally {
    await client.end();
  }
};

/** Commits do not wait for the disk while `work` makes the sample organisation: a crash then means that it is made again. */
export const withQuickCommits = async <T>(ownerUrl: string, work: () => Promise<T>): Promise<T> => {
  await tell(ownerUrl, 'alter system set synchronous_commit = off');
  try {
    return await work();
  } finally {
    await tell(ownerUrl, 'alter system reset synchronous_commit');
  }
};
