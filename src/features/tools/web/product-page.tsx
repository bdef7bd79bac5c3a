import type { Actor } from '../../../kernel/actor.js';
import { Banner, Button, errorOf, Form, Lead, Radios, Text, usePage, Warning, type FieldError } from '../../../platform/ui/index.js';
import { CAPABILITY_TEXTS, CATEGORY_TEXTS } from '../capability.catalogue.js';
import { CAPABILITY_CODES, type CapabilityFacts } from '../domain/capabilities.js';
import { STATES } from '../domain/capability-form.js';
import { PRODUCT } from '../domain/pages.js';
import { toolPaths } from '../tools.paths.js';
import { pageTitle } from './page-title.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';

export interface ProductProps {
  readonly place: VersionPlace;
  readonly role: Actor['role'];
  /** What is chosen per capability, by code. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly facts: CapabilityFacts;
  readonly isConfirmed: boolean;
  readonly isProposed: boolean;
  readonly errors?: readonly FieldError[];
}

const Remarks = ({ role, facts, isConfirmed, isProposed }: ProductProps) => {
  const t = useToolsText();
  const { language } = usePage();
  const isHr = role === 'hr_registrar';
  const category = facts.category ? CATEGORY_TEXTS[facts.category]?.[language] : undefined;
  return (
    <>
      {isProposed ? <Text>{t('productProposed')}</Text> : null}
      {isConfirmed ? null : <Banner>{t(isHr || isProposed ? 'productHr' : 'productConfirm')}</Banner>}
      {category ? <Text>{t('productCategory', { category })}</Text> : null}
      {facts.inferredByAi ? <Warning>{t('productMood')}</Warning> : null}
    </>
  );
};

/** What the product can do and what is on, in plain words. The category follows from it; nobody types it. */
export const ProductPage = (props: ProductProps) => {
  const t = useToolsText();
  const { language } = usePage();
  const { place, chosen, errors } = props;
  return (
    <ToolPage
      title={pageTitle(PRODUCT, language)}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
      errors={errors}
    >
      <Lead>{t('productLead')}</Lead>
      <Remarks {...props} />
      <Form action={toolPaths.registerSection(place.toolId, place.number, PRODUCT)}>
        {CAPABILITY_CODES.map((code) => (
          <Radios
            key={code}
            name={`capability|${code}`}
            label={CAPABILITY_TEXTS[code][language]}
            value={chosen.get(code)}
            error={errorOf(errors, `capability|${code}`)}
            items={STATES.map((state) => ({ value: state, text: t(`capability.${state}`) }))}
          />
        ))}
        <Button>{t('save')}</Button>
      </Form>
    </ToolPage>
  );
};
