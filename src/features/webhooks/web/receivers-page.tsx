import { ButtonLink, H1, Lead, Link, Shell, Table, Text, Time } from '../../../platform/ui/index.js';
import type { ReceiverRow } from '../receivers.repository.js';
import { webhookPaths } from '../webhooks.paths.js';
import { KindsOf, StateOf, ToolsOf, useText } from './receiver-parts.js';

export interface ReceiversPageProps {
  readonly receivers: readonly ReceiverRow[];
  /** IT; others see where it goes, and about what. */
  readonly mayChange: boolean;
}

export const ReceiversPage = ({ receivers, mayChange }: ReceiversPageProps) => {
  const t = useText();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Text>{t('what')}</Text>
      <Table
        caption={t('caption')}
        captionHidden
        stacks
        head={[t('host'), t('tools'), t('kinds'), t('since'), t('state')]}
        rows={receivers.map((receiver) => [
          mayChange ? <Link href={webhookPaths.receiver(receiver.id)}>{receiver.host}</Link> : receiver.host,
          <ToolsOf receiver={receiver} />,
          <KindsOf receiver={receiver} />,
          <Time at={receiver.addedAt} />,
          <StateOf receiver={receiver} />,
        ])}
        empty={t('none')}
      />
      {mayChange ? <ButtonLink href={webhookPaths.add}>{t('new.button')}</ButtonLink> : null}
    </Shell>
  );
};
