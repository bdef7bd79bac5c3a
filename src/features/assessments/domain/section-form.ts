export const MAX_NOTE = 10_000;
export const MAX_PAGES = 200;

/** What stands under the questions of every section. */
export interface SectionForm {
  readonly note: string;
  /** Where in the attached DPIA the answers stand; empty when they are given here. */
  readonly pages: string;
  readonly finished: boolean;
}
export interface SectionFormFault {
  readonly field: 'note' | 'pages' | 'finished';
  readonly code: 'field.too-long' | 'field.characters' | 'field.choice' | 'pages.no-file';
}
export interface ReadSectionForm {
  readonly form: SectionForm;
  readonly faults: readonly SectionFormFault[];
  /** The fields of the questions. */
  readonly rest: Record<string, unknown>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '');
const isUsable = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !/(?![\t\n])\p{Cc}/u.test(text);

const textFaults = (field: 'note' | 'pages', raw: unknown, most: number): SectionFormFault[] => {
  if (raw !== undefined && typeof raw !== 'string') return [{ field, code: 'field.characters' }];
  const text = textOf(raw);
  if (text.length > most) return [{ field, code: 'field.too-long' }];
  return isUsable(text) ? [] : [{ field, code: 'field.characters' }];
};

/** Takes the section's own fields out of a body; the rest belongs to the questions. */
export const readSectionForm = (body: Record<string, unknown>, hasFile: boolean): ReadSectionForm => {
  const { note, pages, finished, ...rest } = body;
  const form: SectionForm = { note: textOf(note), pages: textOf(pages), finished: finished === 'yes' };
  const faults: SectionFormFault[] = [...textFaults('note', note, MAX_NOTE), ...textFaults('pages', pages, MAX_PAGES)];
  if (form.pages !== '' && !hasFile) faults.push({ field: 'pages', code: 'pages.no-file' });
  if (finished !== undefined && finished !== 'yes' && finished !== 'no') faults.push({ field: 'finished', code: 'field.choice' });
  return { form, faults, rest };
};
