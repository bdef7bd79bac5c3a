import {
  Button,
  ButtonLink,
  Code,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  Radios,
  Shell,
  Small,
  Summary,
  type SummaryRow,
  Text,
} from '../../../platform/ui/index.js';
import { type IdentityAsked, IdentityFields } from '../../people/index.js';
import type { Stage } from '../domain/course.js';
import type { May } from '../domain/sight.js';
import { individualPaths } from '../individual.paths.js';
import { StageTag, useText } from './views-page.js';

export interface ViewPageProps {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly stage: Stage;
  /** What happens next, and when. */
  readonly now: string;
  readonly hours: string;
  readonly rows: readonly SummaryRow[];
  readonly may: May;
  readonly isReachable: boolean;
  readonly identity: IdentityAsked;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Deciding = ({ id, hours, identity, typed, errors }: ViewPageProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('open.title')}</H2>
      <Text>{t('open.lead', { hours })}</Text>
      <Form action={individualPaths.opening(id)} label={t('open.button')}>
        <IdentityFields asked={identity} errors={errors} />
        <Button>{t('open.button')}</Button>
      </Form>
      <Form action={individualPaths.refusal(id)} label={t('refuse.button')}>
        <Words name="refuse" typed={typed} errors={errors} />
        <Button kind="secondary">{t('refuse.button')}</Button>
      </Form>
    </>
  );
};

const Words = ({ name, typed, errors }: { readonly name: 'refuse' | 'tell' } & Pick<ViewPageProps, 'typed' | 'errors'>) => {
  const t = useText();
  return (
    <Field
      name="text"
      type="textarea"
      rows={5}
      label={t(`${name}.text`)}
      hint={t(`${name}.hint`)}
      value={typed['text']}
      limit={2000}
      error={errorOf(errors, 'text')}
    />
  );
};

/** Of somebody whom no message reaches. */
const HowTold = ({ typed, errors }: ViewPageProps) => {
  const t = useText();
  return (
    <>
      <Radios
        name="how"
        label={t('tell.how')}
        items={(['letter', 'in_person'] as const).map((value) => ({ value, text: t(`tell.${value}`) }))}
        value={typed['how']}
        error={errorOf(errors, 'how')}
      />
      <DateField name="doneOn" label={t('tell.doneOn')} value={typed['doneOn']} error={errorOf(errors, 'doneOn')} />
    </>
  );
};

const Telling = (props: ViewPageProps) => {
  const t = useText();
  const { id, isReachable, typed, errors } = props;
  return (
    <>
      <H2>{t('tell.title')}</H2>
      <Text>{t(isReachable ? 'tell.lead' : 'tell.leadOutside')}</Text>
      <Form action={individualPaths.telling(id)}>
        <Words name="tell" typed={typed} errors={errors} />
        {isReachable ? null : <HowTold {...props} />}
        <Button>{t(isReachable ? 'tell.button' : 'tell.record')}</Button>
      </Form>
    </>
  );
};

export const ViewPage = (props: ViewPageProps) => {
  const t = useText();
  const { id, title, reference, stage, now, rows, may, errors } = props;
  return (
    <Shell title={title} error={Boolean(errors)} crumbs={[{ href: individualPaths.list, text: t('title') }, { text: reference }]}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{now}</Lead>
      <Summary
        rows={[
          { key: t('state'), value: <StageTag stage={stage} /> },
          ...rows,
          { key: t('reference'), value: <Code value={reference} plain /> },
        ]}
      />
      {may.look ? (
        <>
          <ButtonLink href={individualPaths.data(id)}>{t('look.button')}</ButtonLink>
          <Small>{t('look.note')}</Small>
        </>
      ) : null}
      {may.open ? <Deciding {...props} /> : null}
      {may.tell ? <Telling {...props} /> : null}
      {may.end ? (
        <Form action={individualPaths.end(id)} label={t('end.button')}>
          <Button kind="secondary">{t('end.button')}</Button>
        </Form>
      ) : null}
    </Shell>
  );
};
