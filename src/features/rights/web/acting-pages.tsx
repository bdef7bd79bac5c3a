import type { ComponentChildren } from 'preact';
import {
  Banner,
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  formatInstantDay,
  H1,
  H2,
  Inset,
  Link,
  Radios,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import type { Acting } from '../mandates/acting-for.service.js';
import { Cases } from './acting-cases.js';
import { useMandateTexts } from './mandates-pages.js';
import { useText } from './right-facts.js';
import { RightFields } from './start-page.js';

const LIMIT = 10_000;

/** Where somebody acts from: the adviser's own page, or the secret address. */
export interface ActingDoor {
  readonly page: string;
  readonly object: string;
  readonly ask: string;
  readonly report: string;
  /** Where an adviser gives the task back; null for whoever came by a link. */
  readonly back: string | null;
}
export interface ActingPageProps extends Acting {
  readonly door: ActingDoor;
}

const Until = ({ mandate, name, door }: Pick<ActingPageProps, 'mandate' | 'name' | 'door'>) => {
  const t = useMandateTexts();
  const { language } = usePage();
  return (
    <Banner kind="info">
      <Text>{t('acting.until', { date: formatInstantDay(mandate.expiresAt, language), name })}</Text>
      {door.back === null ? <Text>{t('acting.secret', { name })}</Text> : null}
    </Banner>
  );
};

/** Acting for one person: what was sent, and what can be. */
export const ActingPage = (props: ActingPageProps) => {
  const t = useMandateTexts();
  const { name, door } = props;
  const title = t('acting.title', { name });
  return (
    <Shell title={title} secretAddress={door.back === null}>
      <H1>{title}</H1>
      <Until {...props} />
      <ButtonGroup>
        <ButtonLink href={door.object}>{t('acting.object')}</ButtonLink>
        <ButtonLink href={door.ask} kind="secondary">
          {t('acting.ask')}
        </ButtonLink>
        <Link href={door.report}>{t('acting.report')}</Link>
      </ButtonGroup>
      <Cases {...props} />
      {door.back ? (
        <section>
          <H2>{t('acting.back')}</H2>
          <Text>{t('acting.backText', { name })}</Text>
          <Form action={door.back} label={t('acting.back')}>
            <Button kind="warning">{t('acting.back')}</Button>
          </Form>
        </section>
      ) : null}
    </Shell>
  );
};

export interface ActingFormProps extends ActingPageProps {
  readonly idempotencyKey: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
const Frame = ({ children, title, ...props }: ActingFormProps & { readonly title: string; readonly children: ComponentChildren }) => {
  const t = useMandateTexts();
  const acting = t('acting.title', { name: props.name });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors?.length)}
      secretAddress={props.door.back === null}
      crumbs={[{ text: acting, href: props.door.page }, { text: title }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1 caption={acting}>{title}</H1>
      {children}
    </Shell>
  );
};

export const ActingObjectPage = (props: ActingFormProps) => {
  const t = useMandateTexts();
  const { tools, door, idempotencyKey, typed, errors } = props;
  return (
    <Frame {...props} title={t('acting.object')}>
      <Text>{t('acting.objectText')}</Text>
      {tools.length === 0 && !errors?.length ? (
        <Inset>{t('acting.noTools')}</Inset>
      ) : (
        <Form action={door.object} idempotencyKey={idempotencyKey} label={t('acting.object')}>
          <Radios
            name="tool"
            label={t('acting.tool')}
            items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
            value={typed?.['tool']}
            error={errorOf(errors, 'tool')}
          />
          <Field
            name="situation"
            type="textarea"
            label={t('acting.situation')}
            optional
            limit={LIMIT}
            value={typed?.['situation']}
            error={errorOf(errors, 'situation')}
          />
          <Button>{t('acting.sendObjection')}</Button>
        </Form>
      )}
    </Frame>
  );
};

export const ActingAskPage = (props: ActingFormProps) => {
  const t = useMandateTexts();
  const tr = useText();
  const { tools, door, idempotencyKey, typed, errors } = props;
  return (
    <Frame {...props} title={t('acting.ask')}>
      <Form action={door.ask} idempotencyKey={idempotencyKey} label={t('acting.ask')}>
        <RightFields tools={tools} typed={typed} errors={errors} />
        <Button>{tr('start.send')}</Button>
      </Form>
    </Frame>
  );
};
