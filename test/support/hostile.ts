import { changed, isFrame, type Sent } from './forms.js';
import type { FormField, PageForm } from './html.js';

export const MARKUP = '<script>alert("x")</script><img src=x onerror=alert(1)>';
export const QUOTES = `'; drop table persons; -- " \\ %27 $1 {{7*7}}`;

/** One wrong form: what is wrong with it, in which field, and what is sent. */
export interface Hostile {
  readonly kind:
    'missing' | 'empty' | 'oversized' | 'repeated' | 'nul' | 'unknown value' | 'unknown field' | 'nested name' | 'markup' | 'quotes';
  readonly field: string;
  readonly sent: Sent;
}

const TYPED = new Set(['text', 'email', 'search', 'tel', 'url', 'password', 'textarea', 'date']);
const CHOSEN = new Set(['radio', 'checkbox', 'select']);

export const fieldsToTry = ({ fields }: PageForm): FormField[] => {
  const seen = new Set<string>();
  return fields.filter(({ name, type }) => {
    if (isFrame(name) || seen.has(name) || !(TYPED.has(type) || CHOSEN.has(type) || type === 'hidden')) return false;
    seen.add(name);
    return true;
  });
};

const wrongValues = (base: Sent, { name, type }: FormField): Hostile[] => [
  { kind: 'missing', field: name, sent: changed(base, name, null) },
  { kind: 'oversized', field: name, sent: changed(base, name, 'a'.repeat(50_000)) },
  { kind: 'nul', field: name, sent: changed(base, name, 'een\0twee') },
  ...(type === 'checkbox'
    ? []
    : [{ kind: 'repeated' as const, field: name, sent: [...changed(base, name, 'een'), [name, 'twee'] as const] }]),
  ...(CHOSEN.has(type) ? [{ kind: 'unknown value' as const, field: name, sent: changed(base, name, 'constructor') }] : []),
];

/** Forms that should be refused, whatever the form is for. */
export const wrongForms = (form: PageForm, base: Sent, fields: readonly FormField[]): Hostile[] => [
  ...fields.flatMap((field) => wrongValues(base, field)),
  { kind: 'unknown field', field: 'surprise', sent: [...base, ['surprise', '1']] },
  { kind: 'unknown field', field: '__proto__', sent: [...base, ['__proto__', 'x']] },
];

/** Texts that are meant to do harm where they are shown or stored, and that a free text may hold. */
export const harmfulTexts = (base: Sent, fields: readonly FormField[]): Hostile[] => {
  const typed = fields.filter(({ type }) => type === 'text' || type === 'textarea' || type === 'search');
  const all = (value: string): Sent => typed.reduce((sent, { name }) => changed(sent, name, value), base);
  return typed.length === 0
    ? []
    : [
        { kind: 'markup', field: typed[0]?.name ?? '', sent: all(MARKUP) },
        { kind: 'quotes', field: typed[0]?.name ?? '', sent: all(QUOTES) },
      ];
};
