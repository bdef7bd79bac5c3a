import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  Form,
  H1,
  H2,
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
import { yearlyCatalogue } from '../yearly/yearly.catalogue.js';
import { NoticeDocument, type NoticeText } from './notice-document.js';
import { type PaperLink, PaperLinks } from './text-pages.js';

const useText = () => text(noticesCatalogue, usePage().language);

export interface InboxPageProps {
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly at: Date;
    readonly state: 'new' | 'read' | 'acknowledged';
  }[];
  readonly handOvers: readonly { readonly href: string; readonly text: string }[];
  /** Translations that this person was asked to read over. */
  readonly readings: readonly { readonly href: string; readonly text: string }[];
  readonly yearly: readonly { readonly href: string; readonly at: Date }[];
}
const TAGS = { new: 'waiting', read: 'met', acknowledged: 'met' } as const;

export const InboxPage = ({ rows, handOvers, readings, yearly }: InboxPageProps) => {
  const t = useText();
  const y = text(yearlyCatalogue, usePage().language);
  return (
    <Shell title={t('inbox.title')}>
      <H1>{t('inbox.title')}</H1>
      {readings.map((one) => (
        <Card key={one.href}>
          <Text>{one.text}</Text>
          <Link href={one.href}>{t('inbox.look')}</Link>
        </Card>
      ))}
      <Table
        caption={t('inbox.title')}
        captionHidden
        head={[t('column.notice'), t('column.sent')]}
        rows={rows.map((row) => [
          <>
            <Link href={row.href}>{row.title}</Link> <Tag kind={TAGS[row.state]}>{t(`inbox.${row.state}`)}</Tag>
          </>,
          <Time at={row.at} />,
        ])}
        empty={t('inbox.empty')}
      />
      {yearly.length > 0 ? (
        <List
          kind="plain"
          items={yearly.map((one) => (
            <>
              <Link href={one.href}>{y('inbox')}</Link> (<Time at={one.at} />)
            </>
          ))}
        />
      ) : null}
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

export interface MinePageProps {
  readonly notice: NoticeText;
  readonly sentAt: string;
  readonly reference: string;
  readonly number: number;
  readonly papers: readonly PaperLink[];
  readonly acknowledgedAt: string | null;
  readonly acknowledgementHref: string;
  readonly objectHref: string | null;
  readonly complainHref: string;
}

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

/** What the reader can do about it, beside what it says. */
const Doors = ({ objectHref, complainHref }: Pick<MinePageProps, 'objectHref' | 'complainHref'>) => {
  const t = useText();
  return (
    <ButtonGroup>
      {objectHref ? (
        <ButtonLink kind="secondary" href={objectHref}>
          {t('mine.object')}
        </ButtonLink>
      ) : null}
      <Link href={complainHref}>{t('mine.complain')}</Link>
    </ButtonGroup>
  );
};

/** One notice as its reader gets it: the main points first, then all of it. */
export const MinePage = (props: MinePageProps) => {
  const t = useText();
  const { notice } = props;
  return (
    <Shell title={notice.title} crumbs={[{ text: t('inbox.title'), href: '/me/notices' }, { text: notice.title }]}>
      <H1>{notice.title}</H1>
      <Small>{t('mine.sent', { date: props.sentAt, reference: props.reference, number: props.number })}</Small>
      <NoticeDocument notice={notice} doors={<Doors {...props} />} />
      <PaperLinks papers={props.papers} />
      <Acknowledge {...props} />
    </Shell>
  );
};
