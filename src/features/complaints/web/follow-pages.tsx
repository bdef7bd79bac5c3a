import {
  Banner,
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Hidden,
  Inset,
  List,
  Shell,
  Summary,
  Tag,
  Text,
  Time,
} from '../../../platform/ui/index.js';
import type { ComplaintsKey } from '../complaints.catalogue.js';
import { complaintPaths } from '../complaints.paths.js';
import { type ComplaintStateName, REFERRALS } from '../domain/complaint-state.js';
import { type MessageLine, Messages } from './messages.js';
import { FilesQuestion } from './questions.js';
import { TAGS, TEXT_LIMIT, useHere, useReportText, useText } from './texts.js';

export const FollowPage = ({ errors }: { readonly errors?: readonly FieldError[] }) => {
  const r = useReportText();
  const here = useHere();
  return (
    <Shell title={r('follow.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{r('follow.title')}</H1>
      <Form action={here(complaintPaths.follow)} label={r('follow.title')}>
        <Field
          name="case"
          label={r('follow.code')}
          hint={r('follow.codeHint')}
          autocomplete="off"
          width={30}
          error={errorOf(errors, 'case')}
        />
        <Button>{r('follow.open')}</Button>
      </Form>
    </Shell>
  );
};

export interface FollowedPageProps {
  readonly code: string;
  readonly reference: string;
  readonly category: string;
  readonly state: ComplaintStateName;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly isDisclosure: boolean;
  readonly fromObjection: boolean;
  readonly dueOn: string;
  /** Null where receipt was confirmed. */
  readonly acknowledgeText: string | null;
  readonly erasedOnText: string | null;
  readonly text: string | null;
  readonly files: number;
  readonly messages: readonly MessageLine[];
  readonly accepted: string;
  readonly sent?: boolean;
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

const Standing = (props: FollowedPageProps) => {
  const t = useText();
  const r = useReportText();
  return (
    <>
      {props.fromObjection ? <Banner kind="info">{r('case.fromObjection')}</Banner> : null}
      {props.isDisclosure ? <Banner kind="info">{r('case.disclosure')}</Banner> : null}
      <Summary
        rows={[
          {
            key: t('head.state'),
            value: (
              <Tag kind={props.isOverdue ? 'blocked' : TAGS[props.state]}>{t(props.isOverdue ? 'overdue' : `state.${props.state}`)}</Tag>
            ),
          },
          { key: t('head.category'), value: t(`category.${props.category}` as ComplaintsKey) },
          { key: t('head.due'), value: <Time on={props.dueOn} /> },
          { key: t('head.reference'), value: props.reference },
        ]}
      />
      {props.state === 'received' && props.acknowledgeText ? <Text>{r('case.acknowledge', { date: props.acknowledgeText })}</Text> : null}
      {props.erasedOnText ? <Text>{r('case.erasedOn', { date: props.erasedOnText })}</Text> : null}
    </>
  );
};

const Answer = ({ code, typed, errors, accepted }: FollowedPageProps) => {
  const r = useReportText();
  const here = useHere();
  return (
    <Form action={here(complaintPaths.answer)} label={r('case.send')} multipart>
      <Hidden name="case" value={code} />
      <Field name="text" type="textarea" label={r('case.answer')} limit={TEXT_LIMIT} value={typed} error={errorOf(errors, 'text')} />
      <FilesQuestion errors={errors} accepted={accepted} />
      <Button>{r('case.send')}</Button>
    </Form>
  );
};

const Proof = ({ code }: FollowedPageProps) => {
  const r = useReportText();
  const here = useHere();
  return (
    <section>
      <H2>{r('case.receiptTitle')}</H2>
      <Text>{r('case.receiptText')}</Text>
      <Form action={here(complaintPaths.receipt)} label={r('case.receiptTitle')}>
        <Hidden name="case" value={code} />
        <Button kind="secondary">{r('case.receiptButton')}</Button>
      </Form>
    </section>
  );
};

const Elsewhere = () => {
  const t = useText();
  const r = useReportText();
  return (
    <Details summary={r('case.next')}>
      <List
        items={REFERRALS.map((to) => (
          <>
            <strong>{t(`referral.${to}`)}</strong>. {t(`referralText.${to}`)}
          </>
        ))}
      />
    </Details>
  );
};

const Withdraw = ({ code, errors }: FollowedPageProps) => {
  const r = useReportText();
  const here = useHere();
  return (
    <section>
      <H2>{r('case.withdrawTitle')}</H2>
      <Text>{r('case.withdrawText')}</Text>
      <Form action={here(complaintPaths.withdraw)} label={r('case.withdrawTitle')}>
        <Hidden name="case" value={code} />
        <Checkbox name="sure" text={r('case.withdrawSure')} error={errorOf(errors, 'sure')} />
        <Button kind="warning">{r('case.withdrawButton')}</Button>
      </Form>
    </section>
  );
};

/** A case, to whoever has its code. */
export const FollowedPage = (props: FollowedPageProps) => {
  const r = useReportText();
  const { errors, text, isOpen, sent } = props;
  return (
    <Shell title={r('case.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      {sent ? <Banner kind="success">{r('case.sent')}</Banner> : null}
      <H1>{r('case.title')}</H1>
      <Standing {...props} />
      <H2>{r('case.you')}</H2>
      <Inset>{text ?? r('case.erased')}</Inset>
      <Text>{r('case.files', { n: props.files })}</Text>
      <Messages lines={props.messages} reader="reporter" />
      {isOpen ? <Answer {...props} /> : null}
      {text === null ? null : <Proof {...props} />}
      <Elsewhere />
      {isOpen ? <Withdraw {...props} /> : null}
    </Shell>
  );
};
