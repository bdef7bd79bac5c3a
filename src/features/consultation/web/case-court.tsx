import { Button, ButtonGroup, ButtonLink, Form, H2, Link, List, Summary, Tag, Text, Time } from '../../../platform/ui/index.js';
import { toolPaths } from '../../tools/index.js';
import type { SeenCase } from '../case/case-part.js';
import type { Related } from '../case/related.repository.js';
import { consultationPaths } from '../consultation.paths.js';
import { type Petition, petitionState } from '../domain/petition.js';
import { useCourtTexts } from './court-pages.js';

const KINDS = { unconfirmed: 'waiting', pending: 'waiting', granted: 'met', rejected: 'blocked', withdrawn: 'na' } as const;
const stateOf = (petition: Petition): keyof typeof KINDS => {
  if (petition.withdrawnAt) return 'withdrawn';
  const state = petitionState([petition], petition.requestId);
  return state === 'none' ? 'withdrawn' : state;
};

const OnePetition = ({ petition, seen }: { readonly petition: Petition; readonly seen: SeenCase }) => {
  const c = useCourtTexts();
  const { request, may } = seen;
  const state = stateOf(petition);
  const open = state === 'unconfirmed' || state === 'pending';
  return (
    <section>
      <Summary
        rows={[
          { key: c('state'), value: <Tag kind={KINDS[state]}>{c(state)}</Tag> },
          { key: c('ground'), value: c(petition.ground) },
          { key: c('filedOn'), value: <Time on={petition.filedOn} /> },
          { key: c('court'), value: petition.court },
          { key: c('reference'), value: petition.reference },
          ...(may.readCourt
            ? [{ key: c('file'), value: <Link href={consultationPaths.petitionFile(petition.id)}>{c('readFile')}</Link> }]
            : []),
        ]}
      />
      <ButtonGroup>
        {state === 'unconfirmed' && may.confirmPetition ? (
          <ButtonLink href={consultationPaths.petitionConfirmation(petition.id)}>{c('confirm')}</ButtonLink>
        ) : null}
        {open && may.ruling ? <ButtonLink href={consultationPaths.ruling(request.toolId, request.number)}>{c('ruling')}</ButtonLink> : null}
        {open && may.withdrawPetition ? (
          <Form action={consultationPaths.petitionWithdrawal(petition.id)} inline>
            <Button kind="secondary">{c('withdraw')}</Button>
          </Form>
        ) : null}
      </ButtonGroup>
    </section>
  );
};

/** After a refusal: change the plan and ask again, or go to the court. */
export const CourtPart = ({ seen }: { readonly seen: SeenCase }) => {
  const c = useCourtTexts();
  const { request, inHand, may } = seen;
  const petitions = inHand.file.petitions.filter(({ requestId }) => requestId === request.id);
  if (petitions.length === 0 && !may.petition) return null;
  return (
    <section id="court">
      <H2>{c('heading')}</H2>
      {petitions.map((petition) => (
        <OnePetition key={petition.id} petition={petition} seen={seen} />
      ))}
      {may.petition ? (
        <ButtonGroup>
          <ButtonLink href={toolPaths.versions(request.toolId)} kind="secondary">
            {c('adapt')}
          </ButtonLink>
          <ButtonLink href={consultationPaths.petition(request.id)} kind="secondary">
            {c('go')}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </section>
  );
};

/** A refused plan and the one that came in its place, each with the way to the other and to what is different. */
export const RelatedPart = ({ seen, related }: { readonly seen: SeenCase; readonly related: Related }) => {
  const c = useCourtTexts();
  const { request, phase } = seen;
  const { refusedBefore, newer, newestVersion } = related;
  const diff = (number: number, other: number) =>
    number === other ? c('same') : <Link href={toolPaths.diff(request.toolId, number, other)}>{c('diff', { number: other })}</Link>;
  const lines = [
    refusedBefore ? (
      <>
        <Link href={consultationPaths.request(refusedBefore.requestId)}>{c('refusedBefore', { number: refusedBefore.number })}</Link>.{' '}
        {diff(request.number, refusedBefore.number)}
      </>
    ) : null,
    newer ? (
      <>
        <Link href={consultationPaths.request(newer.requestId)}>{c('newer', { number: newer.number })}</Link>.{' '}
        {diff(newer.number, request.number)}
      </>
    ) : null,
    !newer && phase === 'refused' && newestVersion > request.number ? (
      <>
        {c('draft', { number: newestVersion })} {diff(newestVersion, request.number)}
      </>
    ) : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <section id="related">
      <H2>{c('related')}</H2>
      {lines.length === 1 ? <Text>{lines[0]}</Text> : <List items={lines} />}
    </section>
  );
};
