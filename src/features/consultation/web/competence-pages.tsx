import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Lead,
  List,
  Radios,
  Shell,
  Small,
  Summary,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { roleName, text } from '../../../platform/i18n/index.js';
import { IdentityFields } from '../../people/index.js';
import { toolPaths, type Version } from '../../tools/index.js';
import { competenceCatalogue } from '../competence/competence.catalogue.js';
import { type Competence, CONFIRMING_ROLES, GROUP_LEVELS, missingFrom } from '../competence/domain/competence.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, type Typed, typedText } from './act-page.js';
import { useCouncilCrumbs } from './member-pages.js';

const useWords = () => text(competenceCatalogue, usePage().language);

/** Somebody says that a council of several enterprises decides. */
export const CompetencePage = (props: Typed & { readonly version: Version; readonly claim: Competence | null }) => {
  const t = useWords();
  const { version, claim, typed, errors } = props;
  return (
    <ActPage
      title={t('title')}
      crumbs={[{ text: version.toolName, href: toolPaths.dossier(version.toolId) }]}
      lead={t('lead')}
      before={
        claim && missingFrom(claim).length === 0 ? <Banner>{t('stands', { body: claim.bodyName })}</Banner> : <Small>{t('source')}</Small>
      }
      action={consultationPaths.competence(version.toolId, version.number)}
      consequence={t('consequence')}
      button={t('button')}
      identity={props.identity}
      errors={errors}
    >
      <Radios
        name="level"
        label={t('level')}
        items={GROUP_LEVELS.map((value) => ({ value, text: t(`level.${value}`) }))}
        value={typedText(typed, 'level')}
        error={errorOf(errors, 'level')}
      />
      <Field name="bodyName" label={t('bodyName')} value={typedText(typed, 'bodyName')} error={errorOf(errors, 'bodyName')} />
      <Field
        name="ground"
        type="textarea"
        limit={4000}
        label={t('ground')}
        hint={t('groundHint')}
        value={typedText(typed, 'ground')}
        error={errorOf(errors, 'ground')}
      />
    </ActPage>
  );
};

export interface CompetenceConfirmProps extends Typed {
  readonly found: { readonly toolName: string };
  readonly claim: Competence;
  readonly names: ReadonlyMap<string, string>;
  readonly reader: Actor;
}

/** Officers of both councils say yes, or one of them says no. */
export const CompetenceConfirmPage = (props: CompetenceConfirmProps) => {
  const t = useWords();
  const { language } = usePage();
  const { found, claim, names, reader, typed, errors } = props;
  const title = t('confirm.title');
  const missing = missingFrom(claim);
  const may = claim.claimedBy !== reader.personId && missing.some((role) => role === reader.role);
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useCouncilCrumbs(), { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={found.toolName}>{title}</H1>
      <Lead>{t('confirm.lead', { body: claim.bodyName, tool: found.toolName })}</Lead>
      <Summary
        rows={[
          { key: t('level'), value: t(`level.${claim.level}`) },
          { key: t('confirm.who'), value: names.get(claim.claimedBy) ?? '…' },
          { key: t('confirm.ground'), value: claim.ground },
        ]}
      />
      <H2>{t('confirm.needed')}</H2>
      <List
        items={CONFIRMING_ROLES.map((role) =>
          t(missing.includes(role) ? 'confirm.open' : 'confirm.done', { role: roleName(role, language) }),
        )}
      />
      {may ? (
        <Form action={consultationPaths.competenceConfirmation(claim.id)}>
          {props.identity ? <IdentityFields asked={props.identity} errors={errors} /> : null}
          <Warning>{t('confirm.consequence')}</Warning>
          <Button>{t('confirm.button')}</Button>
        </Form>
      ) : null}
      <H2>{t('end.title')}</H2>
      <Form action={consultationPaths.competenceEnd(claim.id)}>
        <Field
          name="reason"
          type="textarea"
          rows={3}
          limit={2000}
          label={t('end.reason')}
          value={typedText(typed, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('end.button')}</Button>
      </Form>
    </Shell>
  );
};
