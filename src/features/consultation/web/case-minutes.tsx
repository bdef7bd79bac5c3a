import { Button, ButtonLink, Form, H2, H3, Link, Text, Time } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { Meeting } from '../domain/case-file.js';
import type { FoundRequest } from '../requests.repository.js';
import { useTexts } from './act-page.js';
import { useMeetingTexts } from './case-meetings.js';

export interface MinutesPartProps {
  readonly request: FoundRequest;
  readonly meetings: readonly Meeting[];
  readonly mayRecord: boolean;
  readonly mayConfirm: (meeting: Meeting) => boolean;
}

const Held = ({
  request,
  meeting,
  mayConfirm,
}: {
  readonly request: FoundRequest;
  readonly meeting: Meeting;
  readonly mayConfirm: boolean;
}) => {
  const t = useTexts();
  const m = useMeetingTexts();
  return (
    <section>
      <H3>
        <Time on={meeting.heldOn} />
      </H3>
      <Text>{t('meeting.there', { council: meeting.presentCouncil, employer: meeting.presentEmployer })}</Text>
      {meeting.minutes.split('\n').map((line, at) => (
        <Text key={at}>{line}</Text>
      ))}
      {meeting.minutesFileId ? (
        <Text>
          <Link href={consultationPaths.meetingFile(request.id, meeting.id)}>{t('meeting.file')}</Link>
        </Text>
      ) : null}
      {meeting.confirmedAt ? null : <Text>{m('minutes.waitsEmployer')}</Text>}
      {meeting.councilConfirmedAt ? null : <Text>{m(meeting.side === 'employer' ? 'minutes.waitsReader' : 'minutes.waitsCouncil')}</Text>}
      {meeting.confirmedAt && meeting.councilConfirmedAt ? <Text>{m('minutes.both')}</Text> : null}
      {mayConfirm ? (
        <Form action={consultationPaths.meetingPresence(request.id, meeting.id)}>
          <Text>{m('minutes.confirmHint')}</Text>
          <Button>{m('minutes.confirm')}</Button>
        </Form>
      ) : null}
    </section>
  );
};

/** The meetings that were held, with their minutes and who confirmed them. */
export const MinutesPart = ({ request, meetings, mayRecord, mayConfirm }: MinutesPartProps) => {
  const t = useTexts();
  const m = useMeetingTexts();
  return (
    <section id="meeting">
      <H2>{m('minutes.heading')}</H2>
      {meetings.length === 0 ? <Text>{t('meeting.none')}</Text> : null}
      {meetings.map((meeting) => (
        <Held key={meeting.id} request={request} meeting={meeting} mayConfirm={mayConfirm(meeting)} />
      ))}
      {mayRecord ? <ButtonLink href={consultationPaths.meeting(request.id)}>{t('meeting.record')}</ButtonLink> : null}
    </section>
  );
};
