import {
  Banner,
  Button,
  Details,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  List,
  Radios,
  Shell,
  Summary,
  type SummaryRow,
  Text,
  Time,
  Warning,
} from '../../../platform/ui/index.js';
import type { ComplaintsKey } from '../complaints.catalogue.js';
import { complaintPaths } from '../complaints.paths.js';
import { HANDLER_KINDS, OUTCOMES, REFERRALS } from '../domain/complaint-state.js';
import { type Standing, StateTag } from './case-pages.js';
import { type MessageLine, Messages } from './messages.js';
import { TEXT_LIMIT, useText } from './texts.js';

export interface CasePageProps extends Standing {
  readonly id: string;
  readonly isOpen: boolean;
  readonly isErased: boolean;
  readonly isDisclosure: boolean;
  readonly anonymous: boolean;
  readonly authorName: string | null;
  readonly toolName: string | null;
  readonly toolTyped: string;
  readonly when: string;
  readonly about: string;
  readonly text: string;
  readonly acknowledgeText: string;
  readonly isAcknowledged: boolean;
  readonly fileIds: readonly string[];
  readonly messages: readonly MessageLine[];
  readonly mayHandOver: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Write = ({ id, isAcknowledged, isDisclosure, typed, errors }: CasePageProps) => {
  const t = useText();
  const kinds = HANDLER_KINDS.filter((kind) => (kind !== 'acknowledged' || !isAcknowledged) && (kind !== 'disclosure' || !isDisclosure));
  const closing = typed?.['kind'] === 'closed' || Boolean(errorOf(errors, 'outcome') ?? errorOf(errors, 'referredTo'));
  return (
    <Form action={complaintPaths.message(id)} label={t('case.write')}>
      <H2>{t('case.write')}</H2>
      <Radios
        name="kind"
        label={t('case.kind')}
        items={kinds.map((value) => ({ value, text: t(`case.kind.${value}`) }))}
        value={typed?.['kind']}
        error={errorOf(errors, 'kind')}
      />
      <Field
        name="text"
        type="textarea"
        label={t('case.message')}
        hint={t('case.messageHint')}
        rows={8}
        limit={TEXT_LIMIT}
        value={typed?.['text']}
        error={errorOf(errors, 'text')}
      />
      <Details summary={t('case.closing')} open={closing}>
        <Radios
          name="outcome"
          label={t('case.outcome')}
          items={OUTCOMES.map((value) => ({ value, text: t(`outcome.${value}`) }))}
          value={typed?.['outcome']}
          error={errorOf(errors, 'outcome')}
        />
        <Radios
          name="referredTo"
          label={t('case.referredTo')}
          items={REFERRALS.map((value) => ({ value, text: t(`referral.${value}`), hint: t(`referralText.${value}`) }))}
          value={typed?.['referredTo']}
          error={errorOf(errors, 'referredTo')}
        />
      </Details>
      <Button>{t('case.send')}</Button>
    </Form>
  );
};

const HandOver = ({ id, errors }: CasePageProps) => {
  const t = useText();
  return (
    <Form action={complaintPaths.handOver(id)} label={t('case.handOver')}>
      <H2>{t('case.handOver')}</H2>
      <Text>{t('case.handOverText')}</Text>
      <Radios
        name="reason"
        label={t('case.reason')}
        items={(['conflict', 'absent'] as const).map((value) => ({ value, text: t(`case.reason.${value}`) }))}
        error={errorOf(errors, 'reason')}
      />
      <Button kind="secondary">{t('case.handOver')}</Button>
    </Form>
  );
};

const Facts = (props: CasePageProps) => {
  const t = useText();
  const from = props.anonymous ? t('case.anonymous') : (props.authorName ?? t('case.gone'));
  const typed: SummaryRow[] = [
    { key: t('case.toolNamed'), value: props.toolTyped },
    { key: t('case.when'), value: props.when },
    { key: t('case.about'), value: props.about },
  ].filter(({ value }) => value !== '');
  return (
    <Summary
      rows={[
        ...(props.isErased ? [] : [{ key: t('case.from'), value: from }]),
        { key: t('head.tool'), value: props.toolName ?? t('noTool') },
        ...typed,
        { key: t('head.category'), value: t(`category.${props.category}` as ComplaintsKey) },
        { key: t('head.state'), value: <StateTag {...props} /> },
        { key: t('head.due'), value: <Time on={props.dueOn} /> },
      ]}
    />
  );
};

const Reported = ({ id, text, fileIds }: CasePageProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('case.text')}</H2>
      <Inset>{text || t('case.nothing')}</Inset>
      {fileIds.length > 0 ? (
        <>
          <H2>{t('case.files')}</H2>
          <List
            items={fileIds.map((fileId, at) => (
              <Link href={complaintPaths.file(id, fileId)} download>
                {t('case.file', { n: at + 1 })}
              </Link>
            ))}
          />
        </>
      ) : null}
    </>
  );
};

/** One case, opened, to the person it is assigned to. */
export const CasePage = (props: CasePageProps) => {
  const t = useText();
  const title = t('case.title', { reference: props.reference });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('cases.title'), href: complaintPaths.cases }, { text: props.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <Warning>{t(props.anonymous ? 'case.privateAnonymous' : 'case.privateNamed')}</Warning>
      {props.isDisclosure ? <Banner kind="info">{t('case.disclosure')}</Banner> : null}
      <Facts {...props} />
      {props.state === 'received' ? <Text>{t('case.acknowledgeBy', { date: props.acknowledgeText })}</Text> : null}
      {props.isErased ? <Banner kind="info">{t('case.erased')}</Banner> : <Reported {...props} />}
      <Messages lines={props.messages} reader="handler" />
      {props.isOpen ? (
        <>
          <Write {...props} />
          {props.mayHandOver ? <HandOver {...props} /> : null}
        </>
      ) : null}
    </Shell>
  );
};
