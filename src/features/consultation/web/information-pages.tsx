import type { ComponentChildren } from 'preact';
import {
  Button,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  H3,
  Lead,
  Link,
  List,
  Shell,
  Text,
  Time,
  usePage,
  ErrorSummary,
} from '../../../platform/ui/index.js';
import { formatDay } from '../../../platform/i18n/index.js';
import type { Bundle } from '../bundle.js';
import { consultationPaths } from '../consultation.paths.js';
import type { PersonnelMeeting, StaffComment } from '../domain/case-file.js';
import type { ListedInformation } from '../overview-items.repository.js';
import type { Announcement } from '../overview.repository.js';
import type { FoundRequest } from '../requests.repository.js';
import { type Typed, typedText, useTexts } from './act-page.js';
import { Papers } from './case-papers.js';
import { OnePageView } from './one-page-view.js';

export const InformationsPage = ({
  requests,
  announcements,
  before,
}: {
  readonly requests: readonly ListedInformation[];
  readonly announcements: readonly Announcement[];
  readonly before?: ComponentChildren;
}) => {
  const t = useTexts();
  return (
    <Shell title={t('info.listTitle')}>
      <H1>{t('info.listTitle')}</H1>
      <Lead>{t('info.listLead')}</Lead>
      {before}
      {requests.length === 0 ? (
        <Text>{t('info.empty')}</Text>
      ) : (
        <List
          items={requests.map((one) => [
            <Link href={consultationPaths.information(one.requestId)}>{one.toolName}</Link>,
            ' · ',
            <Time at={one.sentAt} />,
          ])}
        />
      )}
      {announcements.length > 0 ? <H2>{t('info.told')}</H2> : null}
      {announcements.map((one) => (
        <section key={one.reference}>
          <H3>{one.title}</H3>
          <Text>
            <Time at={one.at} />
          </Text>
          <List items={one.lines} />
        </section>
      ))}
    </Shell>
  );
};

export interface InformationPageProps extends Typed {
  /** What stands under everything else. */
  readonly after?: ComponentChildren;
  readonly request: FoundRequest;
  readonly bundle: Bundle | null;
  readonly comments: readonly StaffComment[];
  /** The last day for comments; null when there is no round, or it is over. */
  readonly commentsUntil: string | null;
  readonly personnelMeeting: PersonnelMeeting | null;
  readonly mayConfirmMinutes: boolean;
}

const Comments = ({ request, comments, commentsUntil, typed, errors }: InformationPageProps) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <section>
      <H2>{t('info.comments')}</H2>
      {comments.length === 0 ? <Text>{t('info.noComments')}</Text> : null}
      {comments.map((one) => (
        <section key={one.id}>
          <Text>{one.text}</Text>
          <Text>{one.answer ? `${t('questions.answered')}: ${one.answer}` : t('questions.open')}</Text>
        </section>
      ))}
      {commentsUntil ? (
        <Form action={consultationPaths.comments(request.id)}>
          <Field
            name="text"
            type="textarea"
            limit={4000}
            label={t('info.comment')}
            hint={t('info.commentHint', { date: formatDay(commentsUntil, language) })}
            value={typedText(typed, 'text')}
            error={errorOf(errors, 'text')}
          />
          <Button>{t('info.commentButton')}</Button>
        </Form>
      ) : (
        <Text>{t('info.closed')}</Text>
      )}
    </section>
  );
};

export const InformationPage = (props: InformationPageProps) => {
  const t = useTexts();
  const { language } = usePage();
  const { request, bundle, personnelMeeting, errors } = props;
  const title = t('info.title', { tool: request.toolName });
  return (
    <Shell
      title={title}
      error={(errors?.length ?? 0) > 0}
      crumbs={[{ text: t('info.listTitle'), href: consultationPaths.informations }, { text: request.toolName }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      {bundle ? (
        <>
          <OnePageView page={bundle.onePage[language]} />
          <Papers bundle={bundle} />
        </>
      ) : null}
      {personnelMeeting ? (
        <section>
          <H2>{t('staffMeeting.heading')}</H2>
          <Text>
            <Time on={personnelMeeting.heldOn} />
          </Text>
          <Text>{personnelMeeting.minutes}</Text>
          <Text>{t('staffMeeting.confirmedBy', { n: personnelMeeting.confirmedBy.length })}</Text>
          {props.mayConfirmMinutes ? (
            <Form action={consultationPaths.minutesConfirmation(request.id)}>
              <Button>{t('info.minutesButton')}</Button>
            </Form>
          ) : null}
        </section>
      ) : null}
      {request.body === 'none' ? <Comments {...props} /> : null}
      {props.after}
    </Shell>
  );
};
