import type { Tx } from '../../../platform/database/index.js';
import type { TranslatedText, Translation, TranslationRequest, TranslationReview } from './domain/translation.js';

export interface StoredTranslation extends Translation {
  readonly language: string;
}

/** Instants inside JSON come as text. */
type Read<T, Instant extends keyof T> = Omit<T, Instant> & { readonly [K in Instant]: string };
interface ReadRow {
  readonly language: string;
  readonly rows: readonly TranslatedText[];
  readonly requests: readonly Read<TranslationRequest, 'askedAt'>[];
  readonly reviews: readonly Read<TranslationReview, 'reviewedAt'>[];
}

/** Every translation of a version's notice with its requests and reviews: one statement. */
export const translationsOf = async (tx: Tx, versionId: string): Promise<readonly StoredTranslation[]> => {
  const found: ReadRow[] = await tx.query(
    `with languages as (
      select language from notice_translations where version_id = $1 union select language from notice_translation_requests where version_id = $1)
     select l.language,
      coalesce((select jsonb_agg(jsonb_build_object('place', t.place, 'text', t.text, 'sourceHash', t.source_hash)) from notice_translations t
        where t.version_id = $1 and t.language = l.language), '[]') as rows,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'askedPerson', r.asked_person, 'askedAt', r.asked_at) order by r.asked_at, r.id)
        from notice_translation_requests r where r.version_id = $1 and r.language = l.language), '[]') as requests,
      coalesce((select jsonb_agg(jsonb_build_object('coversHash', w.covers_hash, 'verdict', w.verdict, 'remark', w.remark,
          'reviewedBy', w.reviewed_by, 'reviewedAt', w.reviewed_at) order by w.written_as)
        from notice_translation_reviews w join notice_translation_requests r on r.id = w.request_id
        where r.version_id = $1 and r.language = l.language), '[]') as reviews
     from languages l order by l.language`,
    [versionId],
  );
  return found.map(({ requests, reviews, ...row }) => ({
    ...row,
    requests: requests.map(({ askedAt, ...one }) => ({ ...one, askedAt: new Date(askedAt) })),
    reviews: reviews.map(({ reviewedAt, ...one }) => ({ ...one, reviewedAt: new Date(reviewedAt) })),
  }));
};

/** Texts that were translated before, for another version or tool, from exactly the same Dutch. */
export const translatedBefore = async (tx: Tx, language: string, sourceHashes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows: { hash: string; text: string }[] = await tx.query(
    `select distinct on (source_hash) source_hash as hash, text from notice_translations
     where language = $1 and source_hash = any($2) and text <> '' order by source_hash, written_at desc`,
    [language, [...sourceHashes]],
  );
  return new Map(rows.map(({ hash, text }) => [hash, text]));
};

interface Writing {
  readonly versionId: string;
  readonly language: string;
  readonly by: string;
  readonly at: Date;
}

/** Replaces the given texts in one statement. Whoever typed a text that did not change stays its translator. */
export const saveTranslation = async (
  tx: Tx,
  { versionId, language, by, at }: Writing,
  texts: readonly TranslatedText[],
): Promise<void> => {
  await tx.query(
    `insert into notice_translations (version_id, language, place, text, source_hash, written_by, written_at)
     select $1, $2, t.place, t.text, t."sourceHash", $3, $4 from jsonb_to_recordset($5) as t(place text, text text, "sourceHash" text)
     on conflict (version_id, language, place) do update set text = excluded.text, source_hash = excluded.source_hash,
       written_by = excluded.written_by, written_at = excluded.written_at
     where notice_translations.text <> excluded.text or notice_translations.source_hash <> excluded.source_hash`,
    [versionId, language, by, at, JSON.stringify(texts)],
  );
};

/** Who typed any of it. */
export const translatorsOf = async (tx: Tx, versionId: string, language: string): Promise<readonly string[]> => {
  const rows: { by: string }[] = await tx.query(
    `select distinct written_by as by from notice_translations where version_id = $1 and language = $2`,
    [versionId, language],
  );
  return rows.map(({ by }) => by);
};

export interface ReadingRequest {
  readonly id: string;
  readonly versionId: string;
  readonly language: string;
  readonly askedPerson: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}

export const insertRequest = async (tx: Tx, request: ReadingRequest): Promise<void> => {
  await tx.query(
    `insert into notice_translation_requests (id, version_id, language, asked_person, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)`,
    [request.id, request.versionId, request.language, request.askedPerson, request.askedBy, request.askedAt],
  );
};

/** The request as the one who was asked finds it; null for anyone else. */
export const requestTo = async (tx: Tx, requestId: string, personId: string): Promise<ReadingRequest | null> => {
  const [row]: ReadingRequest[] = await tx.query(
    `select id, version_id as "versionId", language, asked_person as "askedPerson", asked_by as "askedBy", asked_at as "askedAt"
     from notice_translation_requests where id = $1 and asked_person = $2`,
    [requestId, personId],
  );
  return row ?? null;
};

export interface OpenReading {
  readonly id: string;
  readonly language: string;
  readonly toolName: string;
}

/** What a person was asked to read over and has not answered. */
export const openReadings = (tx: Tx, personId: string): Promise<OpenReading[]> =>
  tx.query(
    `select r.id, r.language, t.name as "toolName" from notice_translation_requests r
     join tool_versions v on v.id = r.version_id join tools t on t.id = v.tool_id
     where r.asked_person = $1 and not exists (select 1 from notice_translation_reviews w where w.request_id = r.id)
     order by r.asked_at desc, r.id limit 50`,
    [personId],
  );

interface NewReview {
  readonly id: string;
  readonly requestId: string;
  readonly coversHash: string;
  readonly verdict: 'right' | 'wrong';
  readonly remark: string;
  readonly by: string;
  readonly at: Date;
}

export const insertReview = async (tx: Tx, review: NewReview): Promise<void> => {
  await tx.query(
    `insert into notice_translation_reviews (id, request_id, covers_hash, verdict, remark, reviewed_by, reviewed_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [review.id, review.requestId, review.coversHash, review.verdict, review.remark, review.by, review.at],
  );
};
