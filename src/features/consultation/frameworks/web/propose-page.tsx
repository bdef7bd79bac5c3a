import { Checkboxes, DateField, Details, errorOf, Field, H2, Text } from '../../../../platform/ui/index.js';
import type { NamedCodes } from '../../../tools/index.js';
import { GROUNDS } from '../../domain/grounds.js';
import { ActPage, typedList, typedText, type Typed, useTexts } from '../../web/act-page.js';
import { frameworkPaths } from '../frameworks.paths.js';
import { ClassFields } from './class-fields.js';
import { useFrameworkTexts } from './frameworks-page.js';

interface ProposeProps extends Typed {
  readonly named: NamedCodes;
}

/** Of every framework on monitoring; the law's other grounds are rare here. */
const USUAL_GROUNDS: readonly string[] = ['k', 'l'];

const Grounds = ({ typed, errors }: Typed) => {
  const t = useFrameworkTexts();
  const consultation = useTexts();
  return (
    <Details summary={t('propose.grounds')} open={errorOf(errors, 'grounds') !== undefined}>
      <Checkboxes
        name="grounds"
        label={t('grounds')}
        items={GROUNDS.map((ground) => ({ value: ground, text: consultation(`ground.${ground}`) }))}
        values={typed ? typedList(typed, 'grounds') : USUAL_GROUNDS}
        error={errorOf(errors, 'grounds')}
      />
    </Details>
  );
};

const AboutIt = ({ typed, errors }: Typed) => {
  const t = useFrameworkTexts();
  const area = (name: 'reasons' | 'consequences', label: string) => (
    <Field name={name} type="textarea" limit={10_000} label={label} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <>
      <Field name="title" label={t('propose.name')} value={typedText(typed, 'title')} error={errorOf(errors, 'title')} />
      {area('reasons', t('reasons'))}
      {area('consequences', t('consequences'))}
      <DateField
        name="endsOn"
        label={t('propose.ends')}
        hint={t('propose.endsHint')}
        value={typedText(typed, 'endsOn')}
        error={errorOf(errors, 'endsOn')}
      />
      <Grounds typed={typed} errors={errors} />
    </>
  );
};

export const ProposePage = ({ typed, errors, identity, named, keyOfPress }: ProposeProps) => {
  const t = useFrameworkTexts();
  const amberIsUsed = typed?.['amberUse'] === 'yes' || (errors ?? []).some(({ field }) => field.startsWith('amber'));
  return (
    <ActPage
      title={t('propose.title')}
      crumbs={[{ text: t('title'), href: frameworkPaths.list }]}
      lead={t('propose.lead')}
      action={frameworkPaths.list}
      consequence={t('propose.consequence')}
      button={t('propose.button')}
      errors={errors}
      identity={identity}
      keyOfPress={keyOfPress}
    >
      <AboutIt typed={typed} errors={errors} />
      <H2>{t('scope.limits')}</H2>
      <Text>{t('colours')}</Text>
      <ClassFields colour="green" named={named} typed={typed} errors={errors} />
      <Details summary={t('propose.amber')} open={amberIsUsed}>
        <ClassFields colour="amber" named={named} typed={typed} errors={errors} />
      </Details>
    </ActPage>
  );
};
