import { text } from '../../../platform/i18n/index.js';
import { List, Tag, type TagKind, usePage } from '../../../platform/ui/index.js';
import { type EventKind, isEventKind, kindsHeard } from '../domain/event.js';
import { type ReceiverState, stateOfReceiver } from '../domain/receiver-state.js';
import type { ReceiverRow } from '../receivers.repository.js';
import { webhooksCatalogue } from '../webhooks.catalogue.js';

export const useText = () => text(webhooksCatalogue, usePage().language);
type Texts = ReturnType<typeof useText>;

const TAGS: Readonly<Record<ReceiverState, TagKind>> = {
  fine: 'met',
  new: 'neutral',
  failing: 'waiting',
  dead: 'blocked',
  removed: 'neutral',
  gone: 'neutral',
};

export const StateOf = ({ receiver }: { readonly receiver: ReceiverRow }) => {
  const t = useText();
  const state = stateOfReceiver(receiver);
  return <Tag kind={TAGS[state]}>{t(`state.${state}`)}</Tag>;
};

export const kindText = (t: Texts, kind: string): string => (isEventKind(kind) ? t(`kind.${kind satisfies EventKind}`) : kind);

export const ToolsOf = ({ receiver: { tools } }: { readonly receiver: ReceiverRow }) => {
  const t = useText();
  return tools.length === 0 ? <>{t('tools.all')}</> : <List items={[...tools]} />;
};

export const KindsOf = ({ receiver: { kinds } }: { readonly receiver: ReceiverRow }) => {
  const t = useText();
  return <List items={kindsHeard(kinds).map((kind) => kindText(t, kind))} />;
};

const FAULTS = [
  'redirect',
  'status',
  'unknown_host',
  'address',
  'scheme',
  'refused',
  'certificate',
  'timeout',
  'broken',
  'secret',
] as const;

/** Why an attempt failed, in words. */
export const faultText = (t: Texts, fault: string | null, status: number | null): string => {
  const known = FAULTS.find((one) => one === fault);
  return known ? t(`fault.${known}`, { status: status ?? 0 }) : t('fault.none');
};
