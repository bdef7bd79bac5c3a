import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  Details,
  Document,
  Form,
  H1,
  H2,
  H3,
  Link,
  List,
  Shell,
  Small,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { noticesCatalogue } from '../notices.catalogue.js';
import { languageName } from './draft-editor.js';

const useText = () => text(noticesCatalogue, usePage().language);

export interface InboxPageProps {
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly at: Date;
    readonly state: 'new' | 'read' | 'acknowledged';
  }[];
  readonly handOvers: readonly { readonly href: string; readonly text: string }[];
}
const TAGS = { new: 'waiting', read: 'met', acknowledged: 'met' } as const;

export const InboxPage = ({ rows, handOvers }: InboxPageProps) => {
  const t = useText();
  return (
    <Shell title={t('inbox.title')}>
      <H1>{t('inbox.title')}</H1>
      <Table
        caption={t('inbox.title')}
        captionHidden
        head={[t('column.notice'), t('column.sent'), t('column.state')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.title}</Link>,
          <Time at={row.at} />,
          <Tag kind={TAGS[row.state]}>{t(`inbox.${row.state}`)}</Tag>,
        ])}
        empty={t('inbox.empty')}
      />
      {handOvers.length > 0 ? (
        <>
          <H2>{t('inbox.handOvers')}</H2>
          {handOvers.map((one) => (
            <Card key={one.href}>
              <Text>{one.text}</Text>
              <Link href={one.href}>{t('inbox.look')}</Link>
            </Card>
          ))}
        </>
      ) : null}
    </Shell>
  );
};

export interface ReadPart {
  readonly heading: string;
  readonly text: string;
}
export interface MinePageProps {
  readonly title: string;
  readonly sentAt: string;
  readonly reference: string;
  readonly number: number;
  readonly language: string;
  readonly summary: readonly ReadPart[];
  readonly rest: readonly ReadPart[];
  /** The same text in other languages. */
  readonly others: readonly { readonly language: string; readonly parts: readonly ReadPart[] }[];
  readonly acknowledgedAt: string | null;
  readonly acknowledgementHref: string;
  readonly objectHref: string | null;
  readonly complainHref: string;
}

/** A text as it was typed: paragraphs, and lists of lines that begin with a dash. */
const Written = ({ children }: { readonly children: string }) => {
  const blocks: { list: boolean; lines: string[] }[] = [];
  for (const line of children.split('\n').filter((one) => one.trim() !== '')) {
    const list = line.startsWith('- ');
    const last = blocks.at(-1);
    if (last && last.list && list) last.lines.push(line.slice(2));
    else blocks.push({ list, lines: [list ? line.slice(2) : line] });
  }
  return <>{blocks.map((block, at) => (block.list ? <List key={at} items={block.lines} /> : <Text key={at}>{block.lines[0]}</Text>))}</>;
};

const Parts = ({ parts }: { readonly parts: readonly ReadPart[] }) => (
  <>
    {parts.map((part) => (
      <section key={part.heading}>
        {part.heading ? <H3>{part.heading}</H3> : null}
        <Written>{part.text}</Written>
      </section>
    ))}
  </>
);

const Acknowledge = ({ acknowledgedAt, acknowledgementHref }: Pick<MinePageProps, 'acknowledgedAt' | 'acknowledgementHref'>) => {
  const t = useText();
  if (acknowledgedAt) return <Text>{t('mine.acked', { date: acknowledgedAt })}</Text>;
  return (
    <section>
      <H2>{t('mine.ackTitle')}</H2>
      <Text>{t('mine.ackText')}</Text>
      <Form action={acknowledgementHref} label={t('mine.ackTitle')}>
        <Button>{t('mine.ack')}</Button>
      </Form>
    </section>
  );
};

/** One notice as its reader gets it: the main points first, then all of it. */
export const MinePage = (props: MinePageProps) => {
  const t = useText();
  const { language: reader } = usePage();
  return (
    <Shell title={props.title} crumbs={[{ text: t('inbox.title'), href: '/me/notices' }, { text: props.title }]}>
      <H1>{props.title}</H1>
      <Small>{t('mine.sent', { date: props.sentAt, reference: props.reference, number: props.number })}</Small>
      <Document label={props.title} lang={props.language}>
        {props.summary.length > 0 ? <H2>{t('mine.summary')}</H2> : null}
        <Parts parts={props.summary} />
        {props.rest.length > 0 ? <H2>{t('mine.full')}</H2> : null}
        <Parts parts={props.rest} />
      </Document>
      {props.others.map(({ language, parts }) => (
        <Details key={language} summary={t('mine.otherLanguage', { language: languageName(language, reader) })}>
          <Document label={languageName(language, reader)} lang={language}>
            <Parts parts={parts} />
          </Document>
        </Details>
      ))}
      <ButtonGroup>
        {props.objectHref ? (
          <ButtonLink kind="secondary" href={props.objectHref}>
            {t('mine.object')}
          </ButtonLink>
        ) : null}
        <Link href={props.complainHref}>{t('mine.complain')}</Link>
      </ButtonGroup>
      <Acknowledge {...props} />
    </Shell>
  );
};
