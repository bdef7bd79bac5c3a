import type { FormField, PageForm } from './html.js';

/** What a browser sends: names with values, in order, a name more than once where the form has it more than once. */
export type Sent = readonly (readonly [name: string, value: string])[];

const FRAME = new Set(['_csrf', '_idempotency', '_next']);
export const isFrame = (name: string): boolean => FRAME.has(name);

const LIKELY: Readonly<Record<string, string>> = {
  email: 'iemand@voorbeeld.test',
  password: 'een lang wachtwoord van vroeger',
  date: '2026-06-01',
  textarea: 'Een toelichting die lang genoeg is.',
  search: 'kaart',
};
const likely = (field: FormField): string =>
  field.value || (LIKELY[field.type] ?? (/days|minutes|number|count|total/i.test(field.name) ? '3' : 'Een antwoord'));

const chosenIn = (group: readonly FormField[]): FormField[] => {
  const checked = group.filter(({ checked }) => checked);
  return checked.length > 0 ? checked : group.slice(0, 1);
};

/** The form as somebody would send it who filled in something likely everywhere. */
export const filled = ({ fields }: PageForm): Sent => {
  const seen = new Set<string>();
  return fields.flatMap((field): Sent => {
    if (field.type === 'button' || field.type === 'submit' || field.type === 'file') return [];
    if (field.type === 'hidden') return [[field.name, field.value]];
    if (field.type === 'radio' || field.type === 'checkbox') {
      if (seen.has(field.name)) return [];
      seen.add(field.name);
      return chosenIn(fields.filter(({ name, type }) => name === field.name && type === field.type)).map(({ name, value }) => [
        name,
        value,
      ]);
    }
    if (field.tag === 'select') return [[field.name, field.value || (field.options.find((option) => option !== '') ?? '')]];
    return [[field.name, likely(field)]];
  });
};

/** The buttons that send the form, as the pairs they add; one empty pair when the button adds nothing. */
export const buttonsOf = ({ fields }: PageForm): Sent[] => {
  const buttons = fields.filter(({ type }) => type === 'button' || type === 'submit');
  return buttons.length > 0 ? buttons.map(({ name, value }) => [[name, value]] as const) : [[]];
};

export const changed = (sent: Sent, name: string, value: string | null): Sent => {
  const rest = sent.filter(([other]) => other !== name);
  return value === null ? rest : [...rest, [name, value]];
};

export const urlEncoded = (sent: Sent): string => new URLSearchParams(sent.map(([name, value]) => [name, value])).toString();

const multipart = (sent: Sent): FormData => {
  const form = new FormData();
  for (const [name, value] of sent) form.append(name, value);
  return form;
};

/** The body and, where the body does not tell, the type of its content. */
export const bodyOf = (form: PageForm, sent: Sent): { body: string | FormData; headers: Record<string, string> } =>
  form.multipart
    ? { body: multipart(sent), headers: {} }
    : { body: urlEncoded(sent), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
