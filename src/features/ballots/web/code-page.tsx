import { ButtonLink, Code, type Crumb, formatInstant, H2, Panel, Shell, Strong, Text, usePage } from '../../../platform/ui/index.js';
import type { SecretReceipt } from '../voting.js';
import { useVoteTexts } from './seen-vote.js';

export interface CodePageProps {
  readonly receipt: SecretReceipt;
  readonly closesAt: Date;
  readonly back: string;
  readonly crumbs: readonly Crumb[];
}

/** The one time that the change code is seen. It stands in no address, no log and no mail. */
export const CodePage = ({ receipt, closesAt, back, crumbs }: CodePageProps) => {
  const t = useVoteTexts();
  const { language } = usePage();
  return (
    <Shell title={t('code.title')} crumbs={[...crumbs, { text: t('vote.title'), href: back }]}>
      <Panel title={t('code.title')} reference={receipt.reference} />
      <H2>{t('code.heading')}</H2>
      <Text>
        <Strong>{t('code.save')}</Strong>
      </Text>
      <Text>
        <Code value={receipt.code} large />
      </Text>
      <Text>{t('code.why', { when: formatInstant(closesAt, language) })}</Text>
      <ButtonLink href={back}>{t('code.back')}</ButtonLink>
    </Shell>
  );
};
