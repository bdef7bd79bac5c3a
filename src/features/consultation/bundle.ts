import type { Language } from '../../kernel/actor.js';
import { fingerprint, type Json } from '../../kernel/canonical.js';
import { GRADES } from '../../policy/index.js';
import { declaredSections, type DeclaredSection, valueLabel, type Version } from '../tools/index.js';
import type { AttachmentFacts } from './attachments.js';
import { onePager, type OnePager, type OnePagerInput } from './one-pager/one-pager.js';
import type { RequestDraft } from './requests.repository.js';

/** Everything the council saw, as it stood when the request was sent. */
export interface Bundle {
  readonly scheme: 1;
  readonly tool: string;
  readonly number: number;
  readonly fingerprint: string;
  readonly peopleInScope: number;
  readonly aiNamed: boolean;
  readonly request: Pick<
    RequestDraft,
    'intendedDecision' | 'reasons' | 'consequences' | 'grounds' | 'alsoAdvice' | 'intendedStartOn' | 'evaluationOn' | 'trialUntil'
  >;
  readonly onePage: { readonly nl: OnePager; readonly en: OnePager };
  readonly dossier: AttachmentFacts['dossier'];
  readonly sheet: Version['sheet'];
  readonly capabilities: Version['capabilities'];
  readonly texts: AttachmentFacts['texts'];
  readonly agreements: AttachmentFacts['agreements'];
  /** Nothing that the notice must say was missing in the draft that went along. */
  readonly noticeComplete: boolean;
  readonly advice: (Omit<NonNullable<AttachmentFacts['advice']>, 'advisedAt'> & { readonly advisedAt: string }) | null;
  readonly deviation: string | null;
}

export const onePagerInputOf = (version: Version, attached: AttachmentFacts, peopleInScope: number): OnePagerInput => ({
  toolName: version.toolName,
  number: version.number,
  fingerprint: version.fingerprint,
  dossier: attached.dossier,
  capabilities: version.capabilities,
  enforcement: version.enforcement,
  peopleInScope,
  advice: attached.advice,
});

const jsonOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const bundleOf = (version: Version, draft: RequestDraft, attached: AttachmentFacts, peopleInScope: number): Bundle => {
  const input = onePagerInputOf(version, attached, peopleInScope);
  const { intendedDecision, reasons, consequences, grounds, alsoAdvice, intendedStartOn, evaluationOn, trialUntil = null } = draft;
  return jsonOf({
    scheme: 1 as const,
    tool: version.toolName,
    number: version.number,
    fingerprint: version.fingerprint,
    peopleInScope,
    aiNamed: attached.dossier.tool?.ai?.classification === 'high_risk_iii_4b',
    request: { intendedDecision, reasons, consequences, grounds, alsoAdvice, intendedStartOn, evaluationOn, trialUntil },
    onePage: { nl: onePager(input, valueLabel, 'nl'), en: onePager(input, valueLabel, 'en') },
    dossier: attached.dossier,
    sheet: version.sheet,
    capabilities: version.capabilities,
    texts: attached.texts,
    agreements: attached.agreements,
    noticeComplete: attached.noticeDraftComplete,
    advice: attached.advice && { ...attached.advice, advisedAt: attached.advice.advisedAt.toISOString() },
    deviation: attached.deviation,
  });
};

/** What the version declared, in words; nothing where the papers were made before versions declared anything. */
export const declaredIn = ({ dossier }: Bundle, language: Language): readonly DeclaredSection[] => {
  const { declared, enforcement, tool } = dossier;
  const grade = GRADES.find((one) => one === enforcement);
  if (!declared || !grade) return [];
  const { metrics, dashboards, grade: words, individualView } = declared;
  const whole = { metrics: metrics ?? [], dashboards: dashboards ?? [], grade: words ?? null, individualView: individualView ?? null };
  return declaredSections(whole, { enforcement: grade, leaseMinutes: tool?.leaseMinutes ?? null }, language);
};

const isBundle = (value: unknown): value is Bundle =>
  typeof value === 'object' && value !== null && 'scheme' in value && value.scheme === 1;
/** A stored snapshot, or null when it is of a scheme that this version does not know. */
export const readBundle = (stored: unknown): Bundle | null => (isBundle(stored) ? stored : null);

/** The hash of what the council saw: another thing than the fingerprint of the version. */
export const bundleHashOf = (bundle: Bundle): string => fingerprint(bundle as Bundle & Json);
