import type { Tx } from '../../platform/database/index.js';

type Value = string | number | boolean | Date | Buffer | readonly string[] | null;

/** A function that adds one row to a table: every column named here, none forgotten by whoever calls it. */
export const insertInto =
  <const Column extends string>(table: string, columns: readonly Column[]) =>
  async (tx: Tx, row: Readonly<Record<Column, Value>>): Promise<void> => {
    const places = columns.map((_, at) => `$${at + 1}`);
    await tx.query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      columns.map((column) => row[column]),
    );
  };
