import type { ComponentChildren } from 'preact';
import { Button, ErrorSummary, type FieldError, Form, H1, Lead, Shell, Warning } from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import { councilPaths } from '../council.paths.js';
import { useTexts } from '../council-texts.js';
import type { FormView } from '../settings.service.js';
import type { Body } from '../typed.js';

export interface FormPageProps {
  readonly view: FormView;
  readonly keyOfPress: string;
  readonly typed?: Body;
  readonly errors?: readonly FieldError[];
}

interface FrameProps extends FormPageProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}
/** A form that proposes: its questions, who you are once more, what happens next, the button. */
export const Frame = ({ view, keyOfPress, errors, title, lead, action, before, children }: FrameProps) => {
  const t = useTexts();
  return (
    <Shell
      title={title}
      error={(errors?.length ?? 0) > 0}
      crumbs={[{ text: t('settings.title'), href: councilPaths.settings }, { text: title }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{lead}</Lead>
      {before}
      <Form action={action} idempotencyKey={keyOfPress}>
        {children}
        <IdentityFields asked={view.asked} errors={errors} />
        <Warning>{t(view.route === 'officers' ? 'change.proposeConsequence' : 'change.proposeConsequenceMembers')}</Warning>
        <Button>{t('change.propose')}</Button>
      </Form>
    </Shell>
  );
};
