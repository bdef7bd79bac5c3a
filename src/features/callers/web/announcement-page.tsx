import type { Language } from '../../../kernel/actor.js';
import { Document, H1, H2, H3, Lead, Link, Shell, Text } from '../../../platform/ui/index.js';
import { callerPaths } from '../callers.paths.js';
import type { ScriptLine } from '../told.js';
import { useKept, useRequestTexts } from './use-texts.js';

const Script = ({ lines }: { readonly lines: readonly ScriptLine[] }) => (
  <>
    {lines.map(({ question, answers }) => (
      <div key={question}>
        <H3>{question}</H3>
        {answers.map((answer) => (
          <Text key={answer}>{answer}</Text>
        ))}
      </div>
    ))}
  </>
);

export interface AnnouncementPageProps {
  readonly toolName: string;
  readonly dossierHref: string;
  readonly changeHref: string | null;
  readonly way: 'calls' | 'cameras' | 'other';
  readonly announcements: Readonly<Record<Language, string>>;
  /** The name of the key in the reader's language. */
  readonly keyName: string | null;
  readonly address: string;
  readonly script: readonly ScriptLine[];
}
const HEADINGS = { calls: 'announce.spoken', cameras: 'announce.sign', other: 'announce.other' } as const;

/** What people outside hear and read of one version, for who sets it up and who judges it. */
export const AnnouncementPage = (props: AnnouncementPageProps) => {
  const t = useRequestTexts();
  const { toolName, way, announcements, keyName, address, script } = props;
  return (
    <Shell title={t('announce.title')} crumbs={[{ text: toolName, href: props.dossierHref }, { text: t('announce.title') }]}>
      <H1 caption={toolName}>{t('announce.title')}</H1>
      <Lead>{t('announce.lead')}</Lead>
      {props.changeHref ? (
        <Text>
          <Link href={props.changeHref}>{t('announce.change')}</Link>
        </Text>
      ) : null}
      <H2>{t(HEADINGS[way])}</H2>
      <H3>{t('announce.dutch')}</H3>
      <Document label={t('announce.dutch')} lang="nl">
        <Text>{announcements.nl}</Text>
      </Document>
      <H3>{t('announce.english')}</H3>
      <Document label={t('announce.english')} lang="en">
        <Text>{announcements.en}</Text>
      </Document>
      {way === 'calls' ? (
        <>
          <H2>{t('announce.key')}</H2>
          <Text>{keyName ? t('announce.keyText', { key: keyName }) : t('announce.noKey')}</Text>
        </>
      ) : null}
      <H2>{t('announce.public')}</H2>
      <Text>{t('announce.publicText', { address })}</Text>
      <H2>{t('announce.script')}</H2>
      <Script lines={script} />
    </Shell>
  );
};

export interface ScriptPageProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly announcement: string;
  readonly script: readonly ScriptLine[];
}
/** For whoever is at the phone or the desk. */
export const ScriptPage = ({ toolId, toolName, announcement, script }: ScriptPageProps) => {
  const t = useRequestTexts();
  const kept = useKept();
  return (
    <Shell title={t('script.title')} crumbs={[{ text: toolName, href: `/me/tools/${toolId}` }, { text: t('script.title') }]}>
      <H1 caption={toolName}>{t('script.title')}</H1>
      <Lead>{t('script.lead')}</Lead>
      <H2>{t('announce.script')}</H2>
      <Script lines={script} />
      <H2>{t('script.start')}</H2>
      <Document label={t('script.start')}>
        <Text>{announcement}</Text>
      </Document>
      <Text>
        <Link href={kept(callerPaths.tool(toolId))}>{t('script.public')}</Link>
      </Text>
    </Shell>
  );
};
