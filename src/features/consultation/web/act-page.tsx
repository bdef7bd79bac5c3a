import type { ComponentChildren } from 'preact';
import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  type Crumb,
  ErrorSummary,
  type FieldError,
  Form,
  H1,
  Lead,
  Link,
  List,
  Shell,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields, type IdentityAsked } from '../../people/index.js';
import { consultationCatalogue } from '../consultation.catalogue.js';

export const useTexts = () => text(consultationCatalogue, usePage().language);

/** What every form here has: what was typed, what is wrong with it, and the key of this press of the button. */
export interface Typed {
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly keyOfPress?: string;
  readonly identity?: IdentityAsked;
}
export const typedText = (typed: Typed['typed'], field: string): string | undefined => {
  const value = typed?.[field];
  return typeof value === 'string' ? value : undefined;
};
export const typedList = (typed: Typed['typed'], field: string): readonly string[] => {
  const value = typed?.[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : typeof value === 'string' ? [value] : [];
};

export interface ActPageProps extends Typed {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly lead?: string;
  readonly action: string;
  readonly consequence?: string;
  readonly button: string;
  readonly danger?: boolean;
  readonly multipart?: boolean;
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A page with one act: what it does, its questions, its consequence, the button. */
export const ActPage = (props: ActPageProps) => (
  <Shell title={props.title} error={(props.errors?.length ?? 0) > 0} crumbs={[...(props.crumbs ?? []), { text: props.title }]}>
    <ErrorSummary errors={props.errors} />
    <H1>{props.title}</H1>
    {props.lead ? <Lead>{props.lead}</Lead> : null}
    {props.before}
    <Form action={props.action} multipart={props.multipart} idempotencyKey={props.keyOfPress}>
      {props.children}
      {props.identity ? <IdentityFields asked={props.identity} errors={props.errors} /> : null}
      {props.consequence ? <Warning>{props.consequence}</Warning> : null}
      <Button kind={props.danger ? 'warning' : 'primary'}>{props.button}</Button>
    </Form>
  </Shell>
);

/** What must be ready first: each in words, with the steps behind it. */
export interface Unmet {
  readonly title: string;
  readonly steps: readonly string[];
  /** Where it is mended. */
  readonly href?: string;
}
export const UnmetList = ({ unmet }: { readonly unmet: readonly Unmet[] }) => (
  <List
    items={unmet.map(({ title, steps, href }) => (
      <>
        {href ? <Link href={href}>{title}</Link> : title}
        {steps.length > 0 ? <List items={steps} /> : null}
      </>
    ))}
  />
);
