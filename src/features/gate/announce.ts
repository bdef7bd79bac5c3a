import type { Actor, Language } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { formatInstant, roleName, text } from '../../platform/i18n/index.js';
import { queueMails } from '../../platform/mail/index.js';
import type { PdfDocument, PdfPart } from '../../platform/pdf/index.js';
import { tellCouncil } from '../consultation/index.js';
import { holdersOf } from '../people/index.js';
import { gradeName, heldWords } from '../tools/index.js';
import type { SuspensionCause } from './domain/stopping.js';
import { gateCatalogue } from './gate.catalogue.js';
import type { Gate } from './read-gate.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];

export interface Stopped {
  readonly toolId: string;
  readonly toolName: string;
  readonly cause: SuspensionCause;
  readonly reason: string;
  readonly role: Actor['role'];
  readonly reference: string;
}

/** The employer's side and the DPO hear of it too, with a subject and a reference, and nothing else. */
const tellOthers = async (tx: Tx, reference: string, subjects: Readonly<Record<Language, string>>): Promise<void> => {
  const people = await holdersOf(tx, ['hr_registrar', 'director', 'dpo', 'it_admin']);
  for (const language of LANGUAGES) {
    const chosen = people.filter((person) => person.language === language && person.mailAddress !== null);
    if (chosen.length === 0) continue;
    await queueMails(tx, {
      recipients: {
        sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
        parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
      },
      subject: subjects[language],
      text: text(gateCatalogue, language)('mail.body', { reference }),
    });
  }
};

const stopPart = (language: Language, now: Date, stopped: Stopped): PdfPart => {
  const t = text(gateCatalogue, language);
  return {
    language,
    title: t(stopped.cause === 'stopped' ? 'mail.stopped' : 'mail.suspended', { name: stopped.toolName }),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('paper.when'), formatInstant(now, language)],
          [t('paper.by'), roleName(stopped.role, language)],
          [t('paper.cause'), t(`cause.${stopped.cause}`)],
          [t('paper.reason'), stopped.reason || t('stop.noReason')],
        ],
      },
      { kind: 'text', text: t('paper.stopMeans') },
    ],
  };
};

/** A stop or suspension: every member of the council gets the paper at once, the others a mail. */
export const announceStop = async (tx: Tx, now: Date, stopped: Stopped): Promise<void> => {
  const document: PdfDocument = {
    ...stopPart('nl', now, stopped),
    reference: stopped.reference,
    translation: stopPart('en', now, stopped),
  };
  await tellCouncil(tx, now, { toolId: stopped.toolId, act: stopped.cause === 'stopped' ? 'tool.stopped' : 'tool.suspended', document });
  const { title, translation } = document;
  await tellOthers(tx, stopped.reference, { nl: title, en: translation?.title ?? title });
};

const activationPart = (language: Language, now: Date, gate: Gate): PdfPart => {
  const t = text(gateCatalogue, language);
  const { enforcement } = gate.version;
  return {
    language,
    title: t('mail.activated', { name: gate.version.toolName }),
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('paper.when'), formatInstant(now, language)],
          [t('list.version'), String(gate.version.number)],
          [t('facts.grade'), gradeName(enforcement, language)],
        ],
      },
      { kind: 'notice', text: heldWords({ enforcement, leaseMinutes: gate.dossier.tool?.leaseMinutes ?? null }, language) },
    ],
  };
};

export const announceActivation = async (tx: Tx, now: Date, gate: Gate, reference: string): Promise<void> => {
  const translation = activationPart('en', now, gate);
  const document: PdfDocument = { ...activationPart('nl', now, gate), reference, fingerprint: gate.version.fingerprint, translation };
  await tellCouncil(tx, now, { toolId: gate.version.toolId, act: 'tool.activated', document });
  await tellOthers(tx, reference, { nl: document.title, en: translation.title });
};
