import { H2, Inset, Strong, Text, Time } from '../../../platform/ui/index.js';
import type { ComplaintsKey } from '../complaints.catalogue.js';
import type { MessageKind, Outcome, Referral, Side } from '../domain/complaint-state.js';
import { useText } from './texts.js';

export interface MessageLine {
  readonly id: string;
  readonly kind: MessageKind;
  readonly side: Side;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly referredTo: Referral | null;
  readonly onDay: string;
}
type Reader = 'reporter' | 'handler';

const keyOf = ({ kind, side }: MessageLine, reader: Reader): ComplaintsKey => {
  if (kind === 'acknowledged' && side === 'house') return 'message.acknowledged.house';
  if (kind !== 'reply') return `message.${kind}`;
  if (side === 'handler') return 'message.reply.handler';
  return reader === 'reporter' ? 'message.reply.you' : 'message.reply.reporter';
};

/** What was written and done, oldest first; days only. */
export const Messages = ({ lines, reader }: { readonly lines: readonly MessageLine[]; readonly reader: Reader }) => {
  const t = useText();
  if (lines.length === 0) return null;
  return (
    <section>
      <H2>{t('messages')}</H2>
      {lines.map((line) => (
        <div key={line.id}>
          <Text>
            <Time on={line.onDay} />: {t(keyOf(line, reader))}
          </Text>
          {line.outcome ? (
            <Text>
              <Strong>{t(`outcome.${line.outcome}`)}</Strong>
              {line.referredTo ? <>: {t(`referral.${line.referredTo}`)}</> : null}
            </Text>
          ) : null}
          {line.referredTo ? <Text>{t(`referralText.${line.referredTo}`)}</Text> : null}
          {line.text ? <Inset>{line.text}</Inset> : null}
        </div>
      ))}
    </section>
  );
};
