import type { Tx } from '../../platform/database/index.js';

export interface DraftText {
  readonly item: string;
  readonly language: string;
  readonly text: string;
  readonly proposed: boolean;
}

export const draftTexts = (tx: Tx, versionId: string): Promise<DraftText[]> =>
  tx.query(`select item, language, text, proposed from notice_drafts where version_id = $1 order by item, language`, [versionId]);

/** Replaces the given fields in one statement; a text that is the proposed one is left to the proposal. */
export const saveDraftTexts = async (tx: Tx, versionId: string, by: string, at: Date, texts: readonly DraftText[]): Promise<void> => {
  await tx.query(
    `insert into notice_drafts (version_id, item, language, text, proposed, written_by, written_at)
     select $1, t.item, t.language, t.text, t.proposed, $2, $3 from jsonb_to_recordset($4) as t(item text, language text, text text, proposed boolean)
     on conflict (version_id, item, language) do update set text = excluded.text, proposed = excluded.proposed,
       written_by = excluded.written_by, written_at = excluded.written_at`,
    [versionId, by, at, JSON.stringify(texts)],
  );
};

export interface Surroundings {
  readonly organisationName: string;
  readonly units: readonly string[];
  readonly outsideAddress: string | null;
}

/** What a notice says about the house: its name, the units concerned, and the outside address that the confidential adviser named. */
export const surroundingsOf = async (tx: Tx, versionId: string): Promise<Surroundings> => {
  const [row]: Surroundings[] = await tx.query(
    `select coalesce((select name from organisation), '') as "organisationName",
      coalesce((select array_agg(u.name order by lower(u.name)) from version_units v join units u on u.id = v.unit_id where v.version_id = $1), '{}') as units,
      (select address from outside_channels limit 1) as "outsideAddress"`,
    [versionId],
  );
  return row ?? { organisationName: '', units: [], outsideAddress: null };
};
