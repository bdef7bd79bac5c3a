import { formatInstant, text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonLink,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Lead,
  LinkButton,
  List,
  Radios,
  Shell,
  Small,
  Table,
  Tag,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { LINK_DAYS } from '../guests/guest-link.js';
import { guestCatalogue } from '../guests/guests.catalogue.js';
import { guestPaths } from '../guests/guests.paths.js';
import type { ReadLinks, ShownLink } from '../guests/guests.service.js';
import type { FoundRequest } from '../requests.repository.js';
import { type Typed, typedText } from './act-page.js';

export const useGuestTexts = () => text(guestCatalogue, usePage().language);
const TAGS = { open: 'met', ended: 'na', expired: 'na' } as const;

const crumbsOf = (request: FoundRequest, title: string) => [
  { text: request.toolName, href: consultationPaths.request(request.id) },
  { text: title },
];

/** What is shared, and what never is: before anybody shares it. */
const Shared = () => {
  const t = useGuestTexts();
  return (
    <>
      <H2>{t('sees')}</H2>
      <List items={[t('sees.page'), t('sees.papers'), t('sees.questions')]} />
      <H2>{t('seesNot')}</H2>
      <List items={[t('seesNot.room'), t('seesNot.vote'), t('seesNot.other')]} />
      <Text>{t('employer')}</Text>
      <Text>{t('secrecy')}</Text>
    </>
  );
};

const EndButton = ({ link }: { readonly link: ShownLink }) => {
  const t = useGuestTexts();
  if (link.state !== 'open') return null;
  return (
    <Form action={guestPaths.end(link.requestId, link.id)} inline label={t('endFor', { name: link.madeFor })}>
      <LinkButton>{t('end')}</LinkButton>
    </Form>
  );
};

const LinkTable = ({ links }: { readonly links: readonly ShownLink[] }) => {
  const t = useGuestTexts();
  const { language } = usePage();
  return (
    <Table
      caption={t('links')}
      head={[t('col.for'), t('col.made'), t('col.until'), t('col.opened'), t('col.state')]}
      rows={links.map((link) => [
        link.madeFor,
        <>
          <Time at={link.madeAt} /> <Small>{t('by', { name: link.maker })}</Small>
        </>,
        <Time at={link.expiresAt} />,
        link.lastOpenedAt ? t('opened', { n: link.visits, when: formatInstant(link.lastOpenedAt, language) }) : t('never'),
        <>
          <Tag kind={TAGS[link.state]}>{t(`state.${link.state}`)}</Tag> <EndButton link={link} />
        </>,
      ])}
      empty={t('none')}
    />
  );
};

const MakeForm = ({ request, identity, typed, errors }: Pick<ReadLinks, 'request' | 'identity'> & Typed) => {
  const t = useGuestTexts();
  return (
    <section>
      <H2>{t('make')}</H2>
      <Form action={guestPaths.links(request.id)}>
        <Field name="madeFor" label={t('for')} hint={t('forHint')} value={typedText(typed, 'madeFor')} error={errorOf(errors, 'madeFor')} />
        <Radios
          name="days"
          label={t('days')}
          items={LINK_DAYS.map((n) => ({ value: n, text: t('days.one', { n: Number(n) }) }))}
          value={typedText(typed, 'days') ?? '30'}
          error={errorOf(errors, 'days')}
          inline
        />
        <IdentityFields asked={identity} errors={errors} />
        <Warning>{t('makeConsequence')}</Warning>
        <Button>{t('makeButton')}</Button>
      </Form>
    </section>
  );
};

export const GuestLinksPage = ({ request, links, mayMake, identity, typed, errors }: ReadLinks & Typed) => {
  const t = useGuestTexts();
  return (
    <Shell title={t('title')} error={(errors?.length ?? 0) > 0} crumbs={crumbsOf(request, t('title'))}>
      <ErrorSummary errors={errors} />
      <H1 caption={request.toolName}>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <LinkTable links={links} />
      <Shared />
      {mayMake ? <MakeForm request={request} identity={identity} typed={typed} errors={errors} /> : <Text>{t('onlyOfficers')}</Text>}
    </Shell>
  );
};

/** The link itself, once. */
export const GuestLinkMadePage = ({
  request,
  madeFor,
  address,
  expiresAt,
}: {
  readonly request: FoundRequest;
  readonly madeFor: string;
  readonly address: string;
  readonly expiresAt: Date;
}) => {
  const t = useGuestTexts();
  const { language } = usePage();
  return (
    <Shell title={t('made.title')} crumbs={crumbsOf(request, t('made.title'))}>
      <H1>{t('made.title')}</H1>
      <Banner kind="warning">{t('made.text')}</Banner>
      <Text>{t('made.label', { name: madeFor })}</Text>
      <Code value={address} plain copy />
      <Text>{t('made.until', { when: formatInstant(expiresAt, language) })}</Text>
      <Text>{t('made.send')}</Text>
      <ButtonLink href={guestPaths.links(request.id)} kind="secondary">
        {t('made.back')}
      </ButtonLink>
    </Shell>
  );
};
