import {
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Hidden,
  Link,
  List,
  Panel,
  Shell,
  Steps,
  Text,
} from '../../../platform/ui/index.js';
import { complaintPaths } from '../complaints.paths.js';
import { inGroups } from '../domain/receipt-code.js';
import { useHere, useReportText } from './texts.js';

export interface TermsProps {
  readonly reference: string;
  readonly adviser: boolean;
  readonly isDisclosure: boolean;
  readonly isRightsRequest: boolean;
  readonly acknowledgeBy: string;
  readonly answerBy: string;
}
/** What happens when. The terms of a report of wrongdoing show only where there is one. */
const WhatHappens = ({ terms }: { readonly terms: TermsProps }) => {
  const r = useReportText();
  const { isDisclosure, isRightsRequest } = terms;
  const answer = isRightsRequest ? 'now.answerMonth' : isDisclosure ? 'now.answerDisclosure' : 'now.answer';
  return (
    <section>
      <H2>{r('now.title')}</H2>
      <Steps
        label={r('now.title')}
        items={[
          {
            title: r('now.today'),
            state: 'now',
            by: r(terms.adviser ? 'now.adviser' : 'now.handler'),
            when: r('now.reference', { reference: terms.reference }),
          },
          {
            title: r(isDisclosure ? 'now.receiptDisclosure' : 'now.receipt'),
            state: 'todo',
            by: r('now.receiptText'),
            when: r('now.by', { date: terms.acknowledgeBy }),
          },
          { title: r(answer), state: 'todo', by: r('now.answerText'), when: r('now.by', { date: terms.answerBy }) },
        ]}
      />
    </section>
  );
};

export interface CodePageProps {
  readonly code: string;
  readonly named: boolean;
  readonly terms: TermsProps;
  readonly errors?: readonly FieldError[];
}
/** The code, once. Its last four characters are typed back. */
export const CodePage = ({ code, named, terms, errors }: CodePageProps) => {
  const r = useReportText();
  const here = useHere();
  return (
    <Shell title={r('code.title')} error={Boolean(errors?.length)} secretAddress shownOnce>
      <ErrorSummary errors={errors} />
      <Panel title={r('code.title')}>{r(named ? 'code.sealed' : 'code.unknown')}</Panel>
      <H2>{r('code.save')}</H2>
      <Text>{r('code.saveText')}</Text>
      <Text>
        <Code value={inGroups(code)} plain large />
      </Text>
      <List items={[r('code.paper'), r('code.notWork'), r('code.share')]} />
      <Form action={here(complaintPaths.received)} label={r('code.save')}>
        <Hidden name="case" value={code} />
        <Hidden name="route" value={named ? 'named' : 'anonymous'} />
        <Field name="last" label={r('code.last')} hint={r('code.lastHint')} width={4} autocomplete="off" error={errorOf(errors, 'last')} />
        <Button>{r('code.saved')}</Button>
      </Form>
      <WhatHappens terms={terms} />
    </Shell>
  );
};

export const SavedPage = ({ terms }: { readonly terms: TermsProps }) => {
  const r = useReportText();
  const here = useHere();
  return (
    <Shell title={r('saved.title')}>
      <H1>{r('saved.title')}</H1>
      <Text>{r('saved.text')}</Text>
      <WhatHappens terms={terms} />
      <Text>
        <Link href={here(complaintPaths.follow)}>{r('start.follow')}</Link>
      </Text>
    </Shell>
  );
};
