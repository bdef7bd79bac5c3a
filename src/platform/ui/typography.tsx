import type { ComponentChildren } from 'preact';
import { formatDay, formatInstant } from '../i18n/formats.js';
import { usePage } from './page-context.js';

interface Content {
  readonly children: ComponentChildren;
}
interface Heading extends Content {
  readonly id?: string;
}

export const H1 = ({ children, id, caption }: Heading & { readonly caption?: ComponentChildren }) => (
  <>
    {caption ? <span class="govuk-caption-l">{caption}</span> : null}
    <h1 class="govuk-heading-l" id={id}>
      {children}
    </h1>
  </>
);
export const H2 = ({ children, id }: Heading) => (
  <h2 class="govuk-heading-m" id={id}>
    {children}
  </h2>
);
export const H3 = ({ children, id }: Heading) => (
  <h3 class="govuk-heading-s" id={id}>
    {children}
  </h3>
);

export const Text = ({ children, id }: Heading) => (
  <p class="govuk-body" id={id}>
    {children}
  </p>
);
export const Lead = ({ children }: Content) => <p class="govuk-body-l">{children}</p>;
export const Small = ({ children }: Content) => <p class="govuk-body-s">{children}</p>;
export const Strong = ({ children }: Content) => <strong class="govuk-!-font-weight-bold">{children}</strong>;

export interface LinkProps extends Content {
  readonly href: string;
  readonly lang?: string;
  readonly download?: boolean;
  readonly current?: boolean;
}
export const Link = ({ href, children, lang, download, current }: LinkProps) => (
  <a class="govuk-link" href={href} lang={lang} hreflang={lang} download={download} aria-current={current ? 'page' : undefined}>
    {children}
  </a>
);

export interface ListProps {
  readonly items: readonly ComponentChildren[];
  readonly kind?: 'bullet' | 'number' | 'plain' | 'inline';
}
const CLASS_OF_LIST = {
  bullet: 'govuk-list govuk-list--bullet',
  number: 'govuk-list govuk-list--number',
  plain: 'govuk-list',
  inline: 'govuk-list cs-list-inline',
} as const;

export const List = ({ items, kind = 'bullet' }: ListProps) => {
  const Tag = kind === 'number' ? 'ol' : 'ul';
  return (
    <Tag class={CLASS_OF_LIST[kind]}>
      {items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </Tag>
  );
};

export const Inset = ({ children }: Content) => <div class="govuk-inset-text">{children}</div>;

/** A moment (`at`) or a calendar day (`on`, YYYY-MM-DD), in the reader's language. */
export const Time = (props: { readonly at: Date } | { readonly on: string }) => {
  const { language } = usePage();
  if ('at' in props) return <time dateTime={props.at.toISOString()}>{formatInstant(props.at, language)}</time>;
  return <time dateTime={props.on}>{formatDay(props.on, language)}</time>;
};

/** An abbreviation; `full` writes it out, as it must be once on each page. */
export const Abbr = ({ short, long, full }: { readonly short: string; readonly long: string; readonly full?: boolean }) =>
  full ? (
    <>
      {long} (<abbr>{short}</abbr>)
    </>
  ) : (
    <abbr title={long}>{short}</abbr>
  );
