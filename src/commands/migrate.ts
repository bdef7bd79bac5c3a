import type { Settings } from '../platform/config/index.js';
import { undoMigration } from '../platform/database/index.js';
import { migrateWhenReady, openDatabase } from './open-database.js';
import { print, say } from './say.js';

/** Brings the schema up, or takes the newest migration back. Prints what ran as JSON. */
export const migrateCommand = async (settings: Settings, undo: boolean): Promise<void> => {
  const database = await openDatabase(settings, true);
  try {
    if (undo) {
      const undone = await undoMigration(database.ownerUrl);
      say(undone ? `Taken back: ${undone}.` : 'There is no migration to take back.');
      print(JSON.stringify({ undone }));
      return;
    }
    const ran = await migrateWhenReady(database);
    say(ran.length ? `Ran ${ran.length} migrations.` : 'The schema is up to date.');
    print(JSON.stringify({ ran }));
  } finally {
    await database.stop();
  }
};
