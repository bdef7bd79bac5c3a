import { text } from '../../../platform/i18n/index.js';
import { H2, Inset, Summary, Tag, Text, usePage } from '../../../platform/ui/index.js';
import type { AnswerComment } from '../domain/answer-comments.js';
import { commentsCatalogue } from './comments.catalogue.js';
import type { ShownComments } from './shown-comments.js';

interface Props {
  readonly comment: AnswerComment;
  /** The version that was advised on, where it is another than the page is about. */
  readonly earlier?: number;
}

/** What the DPO said of one answer, under that answer. */
export const Comment = ({ comment, earlier }: Props) => {
  const t = text(commentsCatalogue, usePage().language);
  const verdict = t(`verdict.${comment.verdict}`);
  const values = { verdict, text: comment.text };
  const said = comment.text === '' ? 'said' : 'saidText';
  return (
    <Inset>
      {earlier === undefined ? t(said, values) : t(said === 'said' ? 'saidEarlier' : 'saidEarlierText', { ...values, number: earlier })}
    </Inset>
  );
};

/** Everything that the DPO said of single answers, with the advice. */
export const CommentList = ({ number, comments, of }: ShownComments & { readonly of: number }) => {
  const t = text(commentsCatalogue, usePage().language);
  if (comments.length === 0) return null;
  const said = comments.filter(({ verdict, text: words }) => verdict === 'add' || words !== '');
  const agreed = comments.length - said.length;
  return (
    <section id="comments">
      <H2>{number === of ? t('heading') : t('headingEarlier', { number })}</H2>
      {said.length > 0 ? (
        <Summary
          rows={said.map((one) => ({
            key: one.row ? `${one.question} (${one.row})` : one.question,
            value: (
              <>
                <Tag kind={one.verdict === 'add' ? 'waiting' : 'met'}>{t(`verdict.${one.verdict}`)}</Tag>
                <Text>{one.text}</Text>
              </>
            ),
          }))}
        />
      ) : null}
      {agreed > 0 ? <Text>{t('agreedWith', { n: agreed })}</Text> : null}
    </section>
  );
};
