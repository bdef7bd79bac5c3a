import type { NoticeItem } from '../domain/notice-items.js';
import type { ProposalKey } from './proposal.catalogue.js';
import { type Contact, N10_OF } from './source.js';
import { afterUntil, bullets, lines, sentence, type Proposed, type Words } from './words.js';

type Write = (words: Words) => Proposed;

const BASES = ['contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest', 'consent'];
const MECHANISMS = ['adequacy', 'dpf', 'scc', 'bcr', 'derogation_49'];

const contactOf = ({ name, mailAddress }: Contact): string => [name, mailAddress].filter(Boolean).join(', ');

const controller: Write = ({ source, t }) =>
  source.organisationName
    ? lines(
        t('N01', { organisation: source.organisationName, tool: source.toolName }),
        source.hr ? t('N01.contact', { contact: contactOf(source.hr) }) : t('N01.hr'),
        source.dossier.tool?.controllerRole === 'joint_controller' && t('N01.joint'),
      )
    : '';

const officer: Write = ({ source: { dpo }, t }) => (dpo ? t('N02', { contact: contactOf(dpo) }) : '');

const bases: Write = ({ source, t, label }) => {
  const told = (source.dossier.purposes ?? []).map((purpose) => {
    if (!purpose.legalBasis || !BASES.includes(purpose.legalBasis)) return null;
    const values = { purpose: label('purposes[].code', purpose.code), basis: t(`basis.${purpose.legalBasis}` as ProposalKey) };
    return purpose.legalBasisReference ? t('N04.reference', { ...values, reference: purpose.legalBasisReference }) : t('N04.line', values);
  });
  if (told.length === 0 || told.includes(null)) return '';
  const council = source.dossier.organisation?.representativeBody === 'or' && source.dossier.tool?.suitableForMonitoring === true;
  return lines(bullets(told.map((line) => line ?? '')), council && t('N04.after'));
};

const interest: Write = ({ source, t, label }) => {
  const resting = (source.dossier.purposes ?? []).filter(({ legalBasis }) => legalBasis === 'legitimate_interest');
  const won = resting.every(({ balancingTest: test }) => test?.interest && test.necessity && test.balance === 'employer');
  if (resting.length === 0 || !won) return '';
  const told = resting.flatMap(({ code, balancingTest: test }) => [
    t('N05.interest', { purpose: label('purposes[].code', code), interest: sentence(test?.interest ?? '') }),
    t('N05.necessity', { necessity: sentence(test?.necessity ?? '') }),
  ]);
  return lines(...told, t('N05.balance'));
};

const recipients: Write = ({ source: { dossier }, t, label }) => {
  const people = dossier.tool?.recipients ?? [];
  if (people.length === 0) return '';
  const told = people.map(({ role, personsMax }) => {
    const name = label('tool.recipients[].role', role);
    return personsMax ? t('N06.recipient', { role: name, n: personsMax }) : t('N06.role', { role: name });
  });
  const suppliers = (dossier.processors ?? []).map((one) => {
    const hired = (one.subprocessors ?? []).map(({ name, country }) => `${name ?? ''} (${country ?? ''})`).join(', ');
    return lines(
      t('N06.processor', { name: one.name ?? '', country: one.country ?? '', ownPurposes: one.ownPurposes ? 'yes' : 'no' }),
      hired && t('N06.hired', { name: one.name ?? '', hired }),
    );
  });
  return lines(t('N06.intro'), bullets(told), ...suppliers);
};

const transfers: Write = ({ source: { dossier }, t }) => {
  const told = (dossier.transfers ?? []).map(({ country, mechanism }) =>
    country && mechanism && MECHANISMS.includes(mechanism)
      ? t('N07.line', { country, mechanism: t(`mechanism.${mechanism}` as ProposalKey) })
      : null,
  );
  return told.length === 0 || told.includes(null) ? '' : lines(...told, t('N07.copy'));
};

const rights: Write = ({ source: { dossier }, t }) =>
  lines(
    t('N09'),
    (dossier.purposes ?? []).some(({ legalBasis }) => ['contract', 'consent'].includes(legalBasis ?? '')) && t('N09.portability'),
  );

const objection: Write = ({ source, t }) => t(N10_OF[source.enforcement], { tool: source.toolName });

const optOut: Write = ({ source: { dossier }, t }) => {
  const given = dossier.objectionHandling?.optOut;
  if (given?.available) return t('N12.optOut');
  return given?.reason ? t('N12.noOptOut', { reason: sentence(given.reason) }) : '';
};

const profiling: Write = ({ source: { dossier, toolName }, t }) => {
  const decisions = dossier.tool?.automatedDecisions;
  const alone = decisions?.solelyAutomated === true;
  if (alone && !decisions.contestRoute) return '';
  return lines(
    dossier.tool?.profiling && t('N13.profiling', { tool: toolName }),
    dossier.tool?.profiling && t('N13.use'),
    alone && t('N13.automated', { tool: toolName, route: sentence(decisions.contestRoute ?? '') }),
    alone && decisions.significantEffect === true && t('N13.significant'),
    decisions?.solelyAutomated === false && t('N13.human'),
  );
};

const categories: Write = ({ source: { dossier }, t, label }) => {
  const named = (dossier.tool?.dataCategories ?? []).map(({ code, specialCategory, criminal }) => {
    const category = label('tool.dataCategories[].code', code);
    if (criminal) return t('N14.criminal', { category });
    return specialCategory ? t('N14.special', { category }) : category;
  });
  return named.length === 0 ? '' : lines(t('N14.intro'), bullets(named));
};

const origin: Write = ({ source: { dossier }, t, label }) => {
  const told = (dossier.tool?.dataCategories ?? []).flatMap(({ code, source }) => {
    const category = label('tool.dataCategories[].code', code);
    if (source === 'inferred') return [t('N15.inferred', { category })];
    return source === 'third_party' ? [t('N15.third_party', { category })] : [];
  });
  return told.length === 0 ? '' : lines(t('N15.intro'), bullets(told));
};

/** The items that the GDPR and the AI Act ask for. */
export const LAW_ITEMS: Partial<Record<NoticeItem, Write>> = {
  N01: controller,
  N02: officer,
  N04: bases,
  N05: interest,
  N06: recipients,
  N07: transfers,
  N09: rights,
  N10: objection,
  N11: ({ t }) => t('N11'),
  N12: optOut,
  N13: profiling,
  N14: categories,
  N15: origin,
  N21: ({ source, t }) => t('N21', { tool: source.toolName }),
};

/** What one purpose is for. */
export const purposeText = ({ source, t }: Words, code: string): Proposed => {
  const purpose = (source.dossier.purposes ?? []).find((one) => one.code === code);
  return purpose?.description ? t('N03', { description: sentence(purpose.description) }) : '';
};

/** How long the data for one purpose are kept: what ends it, and the longest. */
export const retentionText = ({ source, t }: Words, code: string): Proposed => {
  const retention = (source.dossier.purposes ?? []).find((one) => one.code === code)?.retention;
  if (!retention?.criterion || !retention.maxDays) return '';
  return lines(t('N08', { criterion: afterUntil(retention.criterion), days: retention.maxDays }), retention.autoDelete && t('N08.auto'));
};
