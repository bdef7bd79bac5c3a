import { Button, ButtonLink, errorOf, Field, type FieldError, Form, H2, Text } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { StaffComment } from '../domain/case-file.js';
import type { FoundRequest } from '../requests.repository.js';
import { useTexts } from './act-page.js';

export interface CaseCommentsProps {
  readonly request: FoundRequest;
  readonly comments: readonly StaffComment[];
  readonly may: { readonly answer: boolean; readonly recordPersonnelMeeting: boolean };
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
}

/** Comments of those who were told, without names, each to be answered; or the personnel meeting. */
export const CommentsPart = ({ request, comments, may, errors, typed }: CaseCommentsProps) => {
  const t = useTexts();
  if (may.recordPersonnelMeeting) {
    return <ButtonLink href={consultationPaths.personnelMeeting(request.id)}>{t('staffMeeting.button')}</ButtonLink>;
  }
  if (request.body !== 'none') return null;
  return (
    <section id="comments">
      <H2>{t('info.comments')}</H2>
      {comments.length === 0 ? <Text>{t('info.noComments')}</Text> : null}
      {comments.map((one) => (
        <section key={one.id}>
          <Text>{one.text}</Text>
          {one.answer ? <Text>{`${t('questions.answered')}: ${one.answer}`}</Text> : null}
          {!one.answer && may.answer ? (
            <Form action={consultationPaths.commentAnswer(request.id, one.id)}>
              <Field
                name={`answer-${one.id}`}
                type="textarea"
                rows={4}
                limit={4000}
                label={t('questions.answer')}
                value={typed?.[`answer-${one.id}`]}
                error={errorOf(errors, `answer-${one.id}`)}
              />
              <Button>{t('questions.send')}</Button>
            </Form>
          ) : null}
        </section>
      ))}
    </section>
  );
};
