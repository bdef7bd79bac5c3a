import {
  Button,
  DateField,
  Details,
  errorOf,
  Field,
  type FieldError,
  Form,
  H2,
  H3,
  Link,
  List,
  Strong,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { formatDay, formatInstant, text } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { type AgendaItem, agreedOf, openProposals, type Proposal, type Side } from '../domain/planning.js';
import { meetingsCatalogue } from '../meetings/meetings.catalogue.js';
import type { FoundRequest } from '../requests.repository.js';

export const useMeetingTexts = () => text(meetingsCatalogue, usePage().language);
const SHORT = 60;

/** Until when both sides meet; nothing once they did, or where no council does. */
export interface MeetingTerm {
  readonly lastDay: string;
  readonly over: boolean;
}
export const TermPart = ({ term }: { readonly term: MeetingTerm | null }) => {
  const m = useMeetingTexts();
  const { language } = usePage();
  if (!term) return null;
  const said = m(term.over ? 'term.over' : 'term.open', { date: formatDay(term.lastDay, language) });
  return term.over ? <Warning>{said}</Warning> : <Text>{said}</Text>;
};

export interface PlanPartProps {
  readonly request: FoundRequest;
  readonly proposals: readonly Proposal[];
  readonly now: Date;
  /** For which side this reader proposes and chooses; null for who does neither. */
  readonly side: Side | null;
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
}

/** Each date with what can be done about it right under it: on a phone a table would hide the button. */
const Proposals = ({ request, proposals, now, side }: PlanPartProps) => {
  const m = useMeetingTexts();
  const { language } = usePage();
  const open = openProposals(proposals, now);
  if (open.length === 0) return null;
  const proposal = (one: Proposal) => (
    <>
      <Strong>
        <Time at={one.startsAt} />
      </Strong>
      <Text>{m('plan.proposal', { place: one.place, side: m(`plan.${one.side}`) })}</Text>
      {side === null || one.side === side ? (
        <Text>{m('plan.waits')}</Text>
      ) : (
        <Form action={consultationPaths.meetingChoice(request.id, one.id)} inline>
          <Button kind="secondary">{m('plan.choose', { when: formatInstant(one.startsAt, language) })}</Button>
        </Form>
      )}
    </>
  );
  return (
    <>
      <H3>{m('plan.proposals')}</H3>
      <List items={open.map(proposal)} />
    </>
  );
};

const ProposeForm = ({ request, errors, typed }: PlanPartProps) => {
  const m = useMeetingTexts();
  const wrong = ['day', 'time', 'place'].some((name) => errorOf(errors, name));
  return (
    <Details summary={m('plan.propose')} open={wrong}>
      <Text>{m('plan.hint')}</Text>
      <Form action={consultationPaths.meetingProposals(request.id)}>
        <DateField name="day" label={m('plan.day')} value={typed?.['day']} error={errorOf(errors, 'day')} />
        <Field
          name="time"
          width={5}
          label={m('plan.time')}
          hint={m('plan.timeHint')}
          value={typed?.['time']}
          error={errorOf(errors, 'time')}
        />
        <Field name="place" label={m('plan.where')} value={typed?.['place']} error={errorOf(errors, 'place')} />
        <Button kind="secondary">{m('plan.proposeButton')}</Button>
      </Form>
    </Details>
  );
};

/** The agreed date with its invitation, the dates that can be chosen, and a date to propose. */
export const PlanPart = (props: PlanPartProps) => {
  const m = useMeetingTexts();
  const { language } = usePage();
  const agreed = agreedOf(props.proposals);
  return (
    <section id="plan">
      <H2>{m('plan.heading')}</H2>
      {agreed ? (
        <>
          <Text>{m('plan.agreed', { when: formatInstant(agreed.startsAt, language), place: agreed.place })}</Text>
          <Text>
            <Link href={consultationPaths.invitation(props.request.id)}>{m('plan.invitation')}</Link>
          </Text>
        </>
      ) : (
        <Text>{m('plan.none')}</Text>
      )}
      <Proposals {...props} />
      {props.side ? <ProposeForm {...props} /> : null}
    </section>
  );
};

export interface AgendaPartProps {
  readonly request: FoundRequest;
  readonly agenda: readonly AgendaItem[];
  readonly personId: string | null;
  readonly mayAdd: boolean;
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
}
const cut = (words: string): string => (words.length > SHORT ? `${words.slice(0, SHORT)}…` : words);

export const AgendaPart = ({ request, agenda, personId, mayAdd, errors, typed }: AgendaPartProps) => {
  const m = useMeetingTexts();
  const item = (one: AgendaItem) => (
    <>
      {one.text} ({m(`plan.${one.side}`)})
      {mayAdd && one.addedBy === personId ? (
        <Form action={consultationPaths.agendaRemoval(request.id, one.id)} inline>
          <Button kind="secondary">{m('agenda.remove', { item: cut(one.text) })}</Button>
        </Form>
      ) : null}
    </>
  );
  return (
    <section id="agenda">
      <H2>{m('agenda.heading')}</H2>
      {agenda.length === 0 ? <Text>{m('agenda.none')}</Text> : <List kind="number" items={agenda.map(item)} />}
      {mayAdd ? (
        <Form action={consultationPaths.agenda(request.id)}>
          <Field name="item" label={m('agenda.add')} value={typed?.['item']} error={errorOf(errors, 'item')} />
          <Button kind="secondary">{m('agenda.button')}</Button>
        </Form>
      ) : null}
    </section>
  );
};
