import { bodyOf, buttonsOf, changed, filled, isFrame, type Sent } from './forms.js';
import { Html } from './html.js';
import type { Answer, Visitor } from './visitor.js';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form of the page as it stands: what is chosen and filled in already, without its buttons. */
export const standingForm = (page: Answer, action: string): Record<string, string | readonly string[]> => {
  const form = new Html(page.html).forms().find((one) => one.action === action);
  if (!form) throw new Error(`Expected: a form to ${action} on ${page.path}. Found none (${page.status}).`);
  const fields: Record<string, string | readonly string[]> = {};
  for (const field of form.fields) {
    if (field.tag === 'button' || isFrame(field.name)) continue;
    if (['radio', 'checkbox'].includes(field.type) && !field.checked) continue;
    const earlier = fields[field.name];
    fields[field.name] = earlier === undefined ? field.value : [earlier, field.value].flat();
  }
  return fields;
};

/** Opens a page, changes what stands in one of its forms, and sends it. */
export const submit = async (visitor: Visitor, path: string, changes: Fields = {}, action = path): Promise<Answer> => {
  const page = await visitor.get(path);
  return visitor.post(action, { ...standingForm(page, action), ...changes });
};

export const actionsOn = (page: Answer): readonly string[] => new Html(page.html).forms().map(({ action }) => action);

export const linksOn = (page: Answer): readonly string[] =>
  new Html(page.html)
    .all('a')
    .map(({ attributes }) => attributes['href'] ?? '')
    .filter(Boolean);

/** What a reader sees of the page, as one text. */
export const readText = (page: Answer): string => new Html(page.html).texts().join(' ').replace(/\s+/g, ' ');

const MOST_STEPS = 8;
const main = (page: Answer) =>
  new Html(page.html).forms().filter(({ action }) => !['/logout', '/role', '/settings/language', '/demo/clock'].includes(action));

/** Goes through a form of several pages: on each, what must be filled in, and the button on. Answers the page that it leads to, or the one after so many steps. */
export const pressThrough = async (
  visitor: Visitor,
  start: string,
  values: Readonly<Record<string, string>>,
  steps = MOST_STEPS,
): Promise<Answer> => {
  let page = await visitor.get(start);
  for (let step = 0; step < steps; step += 1) {
    const form = main(page).at(-1);
    if (!form) return page;
    const known = Object.entries(values).filter(([name]) => form.fields.some((field) => field.name === name));
    const sent = known.reduce<Sent>((all, [name, value]) => changed(all, name, value), filled(form));
    const { body, headers } = bodyOf(form, [...sent, ...(buttonsOf(form).at(0) ?? [])]);
    const response = await visitor.fetch(form.action, { method: 'POST', body, headers });
    const next = response.headers.get('location');
    if (next) return visitor.get(next);
    page = { status: response.status, path: form.action, html: await response.text(), headers: response.headers };
    if (page.status !== 200) throw new Error(`Expected: ${form.action} leads on. Found: ${page.status}.`);
  }
  return page;
};
