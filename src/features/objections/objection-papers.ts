import type { Language } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/index.js';
import type { ObjectionView } from './objection-views.js';
import { type ProcedureKey, procedureCatalogue } from './procedure.catalogue.js';
import type { Decision } from './procedure.repository.js';

/** The ways that stay open, each with its last day: in a public body the objection of the Awb, elsewhere the court; both where nobody has said. */
export const remediesOf = (
  { publicBody, remedyUntil }: Pick<Decision, 'publicBody' | 'remedyUntil'>,
  language: Language,
): readonly string[] => {
  const t = text(procedureCatalogue, language);
  const date = formatDay(remedyUntil, language);
  return [
    ...(publicBody === false ? [] : [t('remedy.public', { date })]),
    ...(publicBody === true ? [] : [t('remedy.private', { date })]),
    t('remedy.ap'),
    t('remedy.court'),
    t('remedy.detriment'),
  ];
};

const section = (title: string, said: string | null): readonly PdfBlock[] =>
  said
    ? [
        { kind: 'heading', level: 2, text: title },
        { kind: 'text', text: said },
      ]
    : [];

type Paper = Pick<ObjectionView, 'objection' | 'acts' | 'state'>;

const grounds = ({ acts, state }: Paper, decision: Decision, t: (key: ProcedureKey) => string): readonly PdfBlock[] => {
  const ground = acts.find(({ kind }) => kind === 'rejected')?.detail;
  const advised = acts.find(({ kind }) => kind === 'advised');
  return [
    ...section(t('pdf.ground'), ground ? t(`detail.${ground}`) : null),
    ...section(t('pdf.demonstration'), decision.demonstration),
    ...section(t('pdf.advice'), state.advice.stance ? `${t(`detail.${state.advice.stance}`)} ${advised?.text ?? ''}` : t('pdf.noAdvice')),
    ...section(t('pdf.deviation'), decision.deviation),
  ];
};

const consequences = ({ state }: Paper, isRejected: boolean, language: Language): readonly string[] => {
  const t = text(procedureCatalogue, language);
  if (!isRejected) return [t('pdf.erasure'), t('pdf.noDisadvantage')];
  const lift = state.liftsOn ? t('pdf.lift', { date: formatDay(state.liftsOn, language) }) : t('pdf.liftLater');
  return [lift, t('pdf.noDisadvantage')];
};

const blocksIn = (paper: Paper, decision: Decision, language: Language): readonly PdfBlock[] => {
  const t = text(procedureCatalogue, language);
  const { objection, acts } = paper;
  const decided = acts.find(({ kind }) => kind === 'upheld' || kind === 'rejected');
  const isRejected = decided?.kind === 'rejected';
  return [
    {
      kind: 'facts',
      rows: [
        [t('pdf.tool'), objection.toolName],
        [t('pdf.reference'), objection.reference],
        [t('pdf.lodged'), formatDay(dayOf(objection.lodgedAt), language)],
        [t('pdf.decided'), decided ? formatDay(dayOf(decided.at), language) : ''],
      ],
    },
    { kind: 'notice', text: t(isRejected ? 'pdf.rejected' : 'pdf.upheld') },
    ...section(t('pdf.reasons'), decided?.text ?? null),
    ...(isRejected ? grounds(paper, decision, t) : section(t('pdf.alternative'), decision.alternative)),
    { kind: 'list', items: consequences(paper, isRejected, language) },
    { kind: 'heading', level: 2, text: t('remedy.title') },
    { kind: 'list', items: remediesOf(decision, language) },
  ];
};

/** The decision as a paper, Dutch with its English translation. It names no person: it is handed to the one whom it is about. */
export const decisionPaper = (paper: Paper, decision: Decision): PdfDocument => {
  const part = (language: Language) => ({
    language,
    title: text(procedureCatalogue, language)('pdf.title'),
    blocks: blocksIn(paper, decision, language),
  });
  return { ...part('nl'), translation: part('en'), reference: paper.objection.reference };
};
