import type { Language } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';

/** The key of a mailing's English paper, for the mail that carries it. */
export const inEnglish = (mailingId: string): string => `${mailingId}/en`;

export const insertTranslation = async (
  tx: Tx,
  mailingId: string,
  { title, hash, pdf }: { title: string; hash: string; pdf: Buffer },
): Promise<void> => {
  await tx.query(
    `insert into council_mailing_translations (mailing_id, language, document, document_hash, pdf) values ($1, 'en', $2, $3, $4)`,
    [mailingId, title, hash, pdf],
  );
};

export const insertSubject = async (tx: Tx, mailingId: string, subjectId: string): Promise<void> => {
  await tx.query(`insert into council_mailing_subjects (mailing_id, subject_id) values ($1, $2)`, [mailingId, subjectId]);
};

export interface MailedPaper {
  readonly reference: string;
  readonly pdf: Buffer;
}
const READ = `select m.reference, coalesce(t.pdf, m.pdf) as pdf
  from council_mailings m left join council_mailing_translations t on t.mailing_id = m.id and t.language = $2`;

/** A paper as it was mailed, byte for byte; in Dutch where it was made in no other language. */
export const readMailed = async (tx: Tx, mailingId: string, language: Language): Promise<MailedPaper | null> => {
  const rows: MailedPaper[] = await tx.query(`${READ} where m.id = $1`, [mailingId, language]);
  return rows[0] ?? null;
};

/** The newest paper that went out on one act on one subject. */
export const readMailedOf = async (tx: Tx, act: string, subjectId: string, language: Language): Promise<MailedPaper | null> => {
  const rows: MailedPaper[] = await tx.query(
    `${READ} join council_mailing_subjects s on s.mailing_id = m.id where s.subject_id = $1 and m.act = $3 order by m.written_as desc limit 1`,
    [subjectId, language, act],
  );
  return rows[0] ?? null;
};

/** The bytes that go with a mail, by the key that its job names. */
export const pdfOfMailing = async (tx: Tx, key: string): Promise<Buffer | null> => {
  const [mailingId = '', language] = key.split('/');
  return (await readMailed(tx, mailingId, language === 'en' ? 'en' : 'nl'))?.pdf ?? null;
};

/** The newest paper that went out on one act about a tool. */
export const newestMailed = async (tx: Tx, toolId: string, act: string, language: Language): Promise<MailedPaper | null> => {
  const rows: MailedPaper[] = await tx.query(`${READ} where m.tool_id = $1 and m.act = $3 order by m.written_as desc limit 1`, [
    toolId,
    language,
    act,
  ]);
  return rows[0] ?? null;
};
