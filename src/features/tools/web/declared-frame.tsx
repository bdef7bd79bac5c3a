import type { ComponentChildren } from 'preact';
import { text } from '../../../platform/i18n/index.js';
import { errorOf, type FieldError, Form, Inset, Lead, usePage } from '../../../platform/ui/index.js';
import type { DeclaredSection } from '../declarations/declared-words.js';
import type { DeclaredPage } from '../declarations/domain/declared-pages.js';
import { formsCatalogue } from '../declarations/forms.catalogue.js';
import { toolPaths } from '../tools.paths.js';
import { DeclaredParts } from './declared-parts.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';

export const useFormsText = () => text(formsCatalogue, usePage().language);

/** The name of a field with what is wrong with it. */
export const fieldAt = (name: string, errors: readonly FieldError[] | undefined) => ({
  name,
  error: errorOf(errors, name),
  autocomplete: 'off',
});

/** What is wrong, each with its question before it, in the order of the page. */
export const askedAgain = (
  errors: readonly FieldError[] | undefined,
  questions: Readonly<Record<string, string>>,
): readonly FieldError[] | undefined => {
  const names = Object.keys(questions);
  const place = ({ field }: FieldError): number => (names.includes(field) ? names.indexOf(field) : names.length);
  return errors
    ?.toSorted((one, other) => place(one) - place(other))
    .map(({ field, text: fault }) => ({ field, text: questions[field] ? `${questions[field]} ${fault}` : fault }));
};

export interface DeclaredFrameProps {
  readonly place: VersionPlace;
  readonly page: DeclaredPage;
  readonly errors?: readonly FieldError[];
  /** Whoever does not fill it in reads this instead of the form. */
  readonly readOnly: readonly DeclaredSection[] | null;
  readonly children?: ComponentChildren;
}

/** The frame of a page on which a version declares something: what it is for, and the form or what was said. */
export const DeclaredFrame = ({ place, page, errors, readOnly, children }: DeclaredFrameProps) => {
  const t = useToolsText();
  const f = useFormsText();
  return (
    <ToolPage
      title={f(`page.${page}`)}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
      errors={errors}
    >
      <Lead>{f(`lead.${page}`)}</Lead>
      {readOnly ? (
        <>
          <Inset>{f('readOnly')}</Inset>
          <DeclaredParts sections={readOnly} />
        </>
      ) : (
        <section id={page}>
          <Form action={toolPaths.registerSection(place.toolId, place.number, page)}>{children}</Form>
        </section>
      )}
    </ToolPage>
  );
};
