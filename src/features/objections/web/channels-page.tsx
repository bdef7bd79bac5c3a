import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  Card,
  Checkbox,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  Select,
  Shell,
  Summary,
  Tag,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../../people/index.js';
import type { ChannelKind } from '../domain/channels.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';

const useText = () => text(objectionsCatalogue, usePage().language);

export interface ChannelRowProps {
  readonly kind: ChannelKind;
  readonly handlerId: string | null;
  readonly deputyId: string | null;
  readonly isOpen: boolean;
  readonly candidates: readonly { readonly personId: string; readonly name: string }[];
}
export interface ChannelsPageProps {
  readonly channels: readonly ChannelRowProps[];
  readonly outsideAddress: string | null;
  readonly rule: string | null;
  readonly maySet: boolean;
  readonly mayNameOutside: boolean;
  readonly mayPublish: boolean;
  readonly errors?: readonly FieldError[];
  readonly typedAddress?: string;
}

const Working = ({ row }: { readonly row: ChannelRowProps }) => {
  const t = useText();
  const works = row.isOpen && row.handlerId !== null && row.deputyId !== null;
  return <Tag kind={works ? 'met' : 'blocked'}>{t(works ? 'channels.state.open' : 'channels.state.closed')}</Tag>;
};

const Editable = ({ row, errors }: { readonly row: ChannelRowProps; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  const items = row.candidates.map(({ personId, name }) => ({ value: personId, text: name }));
  return (
    <Card>
      <H2>
        {t(`channels.${row.kind}`)} <Working row={row} />
      </H2>
      {items.length === 0 ? <Text>{t('channels.noCandidates')}</Text> : null}
      <Select
        name={`${row.kind}_handler`}
        label={`${t(`channels.${row.kind}`)}: ${t('channels.handler')}`}
        items={items}
        value={row.handlerId}
        error={errorOf(errors, `${row.kind}_handler`)}
      />
      <Select
        name={`${row.kind}_deputy`}
        label={`${t(`channels.${row.kind}`)}: ${t('channels.deputy')}`}
        items={items}
        value={row.deputyId}
        error={errorOf(errors, `${row.kind}_deputy`)}
      />
      <Checkbox name={`${row.kind}_open`} text={t('channels.open')} checked={row.isOpen} error={errorOf(errors, `${row.kind}_open`)} />
    </Card>
  );
};

const Shown = ({ channels }: Pick<ChannelsPageProps, 'channels'>) => {
  const t = useText();
  const nameOf = (row: ChannelRowProps, id: string | null) =>
    row.candidates.find(({ personId }) => personId === id)?.name ?? t('channels.nobody');
  return (
    <Summary
      rows={channels.map((row) => ({
        key: t(`channels.${row.kind}`),
        value: (
          <>
            <Working row={row} /> {nameOf(row, row.handlerId)}, {nameOf(row, row.deputyId)}
          </>
        ),
      }))}
    />
  );
};

const Outside = ({ outsideAddress, mayNameOutside, errors, typedAddress }: ChannelsPageProps) => {
  const t = useText();
  return (
    <section>
      <H2>{t('outside.title')}</H2>
      <Text>{t('outside.text')}</Text>
      {mayNameOutside ? (
        <Form action={objectionPaths.outside} label={t('outside.title')}>
          <Field name="address" label={t('outside.label')} value={typedAddress ?? outsideAddress} error={errorOf(errors, 'address')} />
          <Button kind="secondary">{t('channels.save')}</Button>
        </Form>
      ) : (
        <Inset>{outsideAddress ?? t('outside.none')}</Inset>
      )}
    </section>
  );
};

const Rule = ({ rule, mayPublish }: ChannelsPageProps) => {
  const t = useText();
  return (
    <section>
      <H2>{t('rulePage.title')}</H2>
      <Text>{t('rulePage.text')}</Text>
      <Inset>{rule ?? t('rulePage.none')}</Inset>
      {mayPublish && !rule ? <Text>{t('rulePage.example')}</Text> : null}
      {mayPublish ? (
        <Text>
          <Link href={peoplePaths.fact('noRetaliationRule')}>{t('rulePage.change')}</Link>
        </Text>
      ) : null}
    </section>
  );
};

/** Who handles objections, rights and complaints; the outside address; the director's promise. */
export const ChannelsPage = (props: ChannelsPageProps) => {
  const t = useText();
  return (
    <Shell title={t('channels.title')} error={Boolean(props.errors?.length)}>
      <ErrorSummary errors={props.errors} />
      <H1>{t('channels.title')}</H1>
      <Text>{t('channels.intro')}</Text>
      {props.maySet ? (
        <Form action={objectionPaths.channels} label={t('channels.title')}>
          {props.channels.map((row) => (
            <Editable key={row.kind} row={row} errors={props.errors} />
          ))}
          <Button>{t('channels.save')}</Button>
        </Form>
      ) : (
        <Shown channels={props.channels} />
      )}
      <Outside {...props} />
      <Rule {...props} />
    </Shell>
  );
};
