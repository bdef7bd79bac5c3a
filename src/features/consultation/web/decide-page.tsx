import { DateField, errorOf, Field } from '../../../platform/ui/index.js';
import { type BallotVerdict, VoteSaid } from '../../ballots/index.js';
import type { ConditionChoices } from '../conditions/promise.service.js';
import { conditionsIn } from '../conditions/typed-conditions.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, typedText, useTexts } from './act-page.js';
import { ConditionsPart } from './condition-fields.js';
import { OutcomeField, TotalsFields } from './minutes-fields.js';
import { type OfRequest, useBodyName, useCrumbs } from './of-request.js';

export interface DecidePageProps extends OfRequest {
  readonly choices: ConditionChoices;
  readonly verdict: BallotVerdict;
}

/** Where the vote was held here it says word, day and totals; otherwise they are typed as the minutes have them. */
export const DecidePage = ({ request, choices, verdict, typed, errors, identity, keyOfPress }: DecidePageProps) => {
  const t = useTexts();
  const body = useBodyName(request);
  const voted = verdict.kind === 'decided' ? verdict : null;
  const withConditions = !voted || voted.outcome === 'granted_with_conditions';
  return (
    <ActPage
      title={t('decide.title', { body })}
      crumbs={useCrumbs({ request })}
      lead={t('decide.lead', { body })}
      action={consultationPaths.decision(request.id)}
      consequence={t('decide.consequence')}
      button={t('decide.button')}
      errors={errors}
      identity={identity}
      keyOfPress={keyOfPress}
    >
      {voted ? <VoteSaid verdict={voted} /> : <OutcomeField body={body} typed={typed} errors={errors} />}
      <Field
        name="reasons"
        type="textarea"
        limit={10_000}
        label={t('decide.reasons')}
        hint={t('decide.reasonsHint')}
        value={typedText(typed, 'reasons')}
        error={errorOf(errors, 'reasons')}
      />
      {voted ? null : <TotalsFields typed={typed} errors={errors} />}
      <DateField
        name="expiresOn"
        optional
        label={t('decide.expires')}
        hint={t('decide.expiresHint')}
        value={typedText(typed, 'expiresOn')}
        error={errorOf(errors, 'expiresOn')}
      />
      {withConditions ? <ConditionsPart rows={conditionsIn(typed ?? {}).rows} choices={choices} errors={errors} /> : null}
    </ActPage>
  );
};
