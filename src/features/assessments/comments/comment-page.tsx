import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  Inset,
  Lead,
  Radios,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { ofVersion } from '../assessments.views.js';
import { advicePaths } from '../assessments.paths.js';
import { COMMENT_VERDICTS, MAX_COMMENT, placeOf } from '../domain/answer-comments.js';
import { Frame } from '../web/frame.js';
import { commentsCatalogue } from './comments.catalogue.js';
import type { CommentModel } from './comments.service.js';
import { Comment } from './comment.js';

interface Props {
  readonly model: CommentModel;
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}
const typedOr = (typed: unknown, else_: string): string => (typeof typed === 'string' ? typed : else_);

const CommentForm = ({ model: { version, answer, comment }, typed, errors }: Props) => {
  const t = text(commentsCatalogue, usePage().language);
  return (
    <Form action={advicePaths.commentOn(version.id, placeOf(answer))}>
      <Radios
        name="verdict"
        label={t('verdict')}
        items={COMMENT_VERDICTS.map((value) => ({ value, text: t(`verdict.${value}`) }))}
        value={typedOr(typed?.['verdict'], comment?.verdict ?? '')}
        error={errorOf(errors, 'verdict')}
      />
      <Field
        name="text"
        type="textarea"
        rows={4}
        limit={MAX_COMMENT}
        optional
        label={t('text')}
        hint={t('textHint')}
        value={typedOr(typed?.['text'], comment?.text ?? '')}
        error={errorOf(errors, 'text')}
      />
      <Button>{t('save')}</Button>
    </Form>
  );
};

/** One question with its answer, and what the DPO says of it. */
export const CommentPage = (props: Props) => {
  const t = text(commentsCatalogue, usePage().language);
  const { version, answer, comment, given } = props.model;
  return (
    <Frame of={ofVersion(version)} title={t('title')} errors={props.errors}>
      <ErrorSummary errors={props.errors} />
      <Lead>{t('lead')}</Lead>
      <Summary
        rows={[
          { key: t('question'), value: answer.question },
          ...(answer.row ? [{ key: t('row'), value: answer.row }] : []),
          { key: t('answer'), value: answer.value ?? t('unanswered') },
        ]}
      />
      {given ? (
        <>
          {comment ? <Comment comment={comment} /> : null}
          <Inset>{t('given')}</Inset>
        </>
      ) : (
        <CommentForm {...props} />
      )}
      <Text>{t('readers')}</Text>
    </Frame>
  );
};
