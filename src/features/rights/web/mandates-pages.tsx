import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonLink,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  LinkButton,
  List,
  Radios,
  Shell,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import { MANDATE_DAYS } from '../mandates/mandate.js';
import { mandatesCatalogue } from '../mandates/mandates.catalogue.js';
import { OUTSIDE } from '../mandates/mandates.dto.js';
import type { OwnMandates, ShownMandate } from '../mandates/mandates.service.js';
import { rightsPaths } from '../rights.paths.js';

export const useMandateTexts = () => text(mandatesCatalogue, usePage().language);
const TAGS = { open: 'met', ended: 'na', expired: 'na' } as const;

const State = ({ mandate }: { readonly mandate: ShownMandate }) => {
  const t = useMandateTexts();
  return (
    <>
      <Tag kind={TAGS[mandate.state]}>{t(`state.${mandate.state}`)}</Tag>{' '}
      {mandate.state === 'open' ? (
        <Form action={rightsPaths.mandateEnd(mandate.id)} inline label={t('endOf', { name: mandate.name })}>
          <LinkButton>{t('end')}</LinkButton>
        </Form>
      ) : null}
    </>
  );
};

/** What somebody who acts for me can do and cannot: before I say yes. */
const Reach = () => {
  const t = useMandateTexts();
  return (
    <>
      <H2>{t('can')}</H2>
      <List items={[t('can.object'), t('can.ask'), t('can.report'), t('can.see')]} />
      <H2>{t('cannot')}</H2>
      <List items={[t('cannot.see'), t('cannot.measure'), t('cannot.take')]} />
      <Text>{t('told')}</Text>
    </>
  );
};

export interface MandatesPageProps extends OwnMandates {
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const GiveForm = ({ advisers, identity, typed, errors }: MandatesPageProps) => {
  const t = useMandateTexts();
  return (
    <section>
      <H2>{t('give')}</H2>
      <Form action={rightsPaths.mandates} label={t('give')}>
        <Radios
          name="representative"
          label={t('representative')}
          items={[
            ...advisers.map(({ personId, name }) => ({ value: personId, text: t('adviser', { name }) })),
            { value: OUTSIDE, text: t('outside'), hint: t('outsideHint') },
          ]}
          value={typed?.['representative']}
          error={errorOf(errors, 'representative')}
        />
        <Field
          name="madeFor"
          label={t('madeFor')}
          hint={t('madeForHint')}
          optional
          value={typed?.['madeFor']}
          error={errorOf(errors, 'madeFor')}
        />
        <Radios
          name="days"
          label={t('days')}
          items={MANDATE_DAYS.map((value) => ({ value, text: t('days.n', { n: value }) }))}
          value={typed?.['days'] ?? '90'}
          error={errorOf(errors, 'days')}
          inline
        />
        <IdentityFields asked={identity} errors={errors} />
        <Button>{t('giveButton')}</Button>
      </Form>
    </section>
  );
};

/** Who may act for me, and letting somebody. */
export const MandatesPage = (props: MandatesPageProps) => {
  const t = useMandateTexts();
  return (
    <Shell title={t('title')} error={Boolean(props.errors?.length)}>
      <ErrorSummary errors={props.errors} />
      <H1>{t('title')}</H1>
      <Text>{t('intro')}</Text>
      <Table
        caption={t('list')}
        stacks
        head={[t('who'), t('until'), t('state')]}
        rows={props.mandates.map((mandate) => [mandate.name, <Time at={mandate.expiresAt} />, <State mandate={mandate} />])}
        empty={t('none')}
      />
      <Reach />
      <GiveForm {...props} />
    </Shell>
  );
};

/** The link itself, once. */
export const MandateMadePage = ({ madeFor, address }: { readonly madeFor: string; readonly address: string }) => {
  const t = useMandateTexts();
  const title = t('made.title', { name: madeFor });
  return (
    <Shell title={title} crumbs={[{ text: t('title'), href: rightsPaths.mandates }, { text: title }]}>
      <H1>{title}</H1>
      <Banner kind="warning">{t('made.text')}</Banner>
      <Text>{t('made.label')}</Text>
      <Code value={address} plain copy />
      <Text>{t('made.advice')}</Text>
      <ButtonLink href={rightsPaths.mandates} kind="secondary">
        {t('made.back')}
      </ButtonLink>
    </Shell>
  );
};
