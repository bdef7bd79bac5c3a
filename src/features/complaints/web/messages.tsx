import { text } from '../../../platform/i18n/index.js';
import { H2, Inset, Text, Time, usePage } from '../../../platform/ui/index.js';
import { complaintsCatalogue, type ComplaintsKey } from '../complaints.catalogue.js';
import type { MessageKind } from '../domain/complaint-state.js';

export interface MessageLine {
  readonly kind: MessageKind;
  readonly text: string;
  readonly at: Date;
  readonly byPerson: boolean;
}

const keyOf = ({ kind, byPerson }: MessageLine, reader: 'person' | 'handler'): ComplaintsKey => {
  if (kind !== 'reply') return `message.${kind}`;
  if (!byPerson) return 'message.reply.handler';
  return reader === 'person' ? 'message.reply.you' : 'message.reply.person';
};

/** What was written and done, oldest first. */
export const Messages = ({ lines, reader }: { readonly lines: readonly MessageLine[]; readonly reader: 'person' | 'handler' }) => {
  const t = text(complaintsCatalogue, usePage().language);
  if (lines.length === 0) return null;
  return (
    <section>
      <H2>{t('own.messages')}</H2>
      {lines.map((line) => (
        <div key={`${line.kind} ${line.at.toISOString()}`}>
          <Text>
            <Time at={line.at} />: {t(keyOf(line, reader))}
          </Text>
          {line.text ? <Inset>{line.text}</Inset> : null}
        </div>
      ))}
    </section>
  );
};
