import type { Language } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { explain, isUpload, parse, type Upload } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { complaintsCatalogue } from './complaints.catalogue.js';
import type { Complaining } from './complaints.service.js';
import { StoryDto } from './complaints.dto.js';
import { readReceiptCode } from './domain/receipt-code.js';
import type { Filled } from './web/questions.js';

export type Body = Readonly<Record<string, unknown>>;

export const textIn = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '');
const textsIn = (body: Body, name: string): string[] =>
  [body[name]].flat().filter((one): one is string => typeof one === 'string' && one !== '');
export const uploadsIn = (body: Body): Upload[] => [body['files']].flat().filter(isUpload);

export const filledIn = (body: Body): Filled => ({
  category: textIn(body, 'category'),
  text: textIn(body, 'text'),
  tool: textIn(body, 'tool'),
  when: textIn(body, 'when'),
  about: textIn(body, 'about'),
  barred: textsIn(body, 'barred'),
  desk: textIn(body, 'desk'),
  disclosure: textIn(body, 'disclosure'),
});

/** The code that was drawn when the form was opened. It is the server's own: anything else is no form of ours. */
export const codeIn = (body: Body): string => {
  const code = readReceiptCode(textIn(body, 'case'));
  if (!code) throw new Problem(400, 'complaint.code-unusable', [{ code: 'complaint.code-unusable', field: 'case' }]);
  return code;
};

const CHOSEN = ['category', 'desk', 'disclosure', 'barred'];
const wordsFor = (field: string, codes: readonly string[], language: Language): string => {
  const t = text(complaintsCatalogue, language);
  if (CHOSEN.includes(field)) return t('choose');
  return t(codes.includes('maxLength') ? 'tooLong' : 'needed');
};
/** One sentence for each field. */
export const errorsOf = (errors: readonly { readonly field: string; readonly code: string }[], language: Language): FieldError[] =>
  [...new Set(errors.map(({ field }) => field))].map((field) => ({
    field,
    text: wordsFor(
      field,
      errors.filter((one) => one.field === field).map(({ code }) => code),
      language,
    ),
  }));

const OUTSIDE = ['files', 'step', 'go'];
/** Fields that can be left open come as empty texts. */
const OPEN = ['tool', 'when', 'about', 'barred'];
const forDto = (body: Body): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body)
      .filter(([name, value]) => !OUTSIDE.includes(name) && !(OPEN.includes(name) && value === ''))
      .map(([name, value]) => [name, name === 'barred' && typeof value === 'string' ? [value] : value]),
  );

export type StoryRead = { readonly ok: true; readonly told: Complaining } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Everything that was told, or what is wrong with it. */
export const readTold = (body: Body, language: Language, named: boolean): StoryRead => {
  const parsed = parse(StoryDto, forDto(body));
  if (!parsed.ok) return { ok: false, errors: errorsOf(parsed.errors, language) };
  const { category, desk, disclosure } = parsed.value;
  const said = parsed.value.text.trim();
  if (said === '') return { ok: false, errors: [{ field: 'text', text: text(complaintsCatalogue, language)('needed') }] };
  const tool = (parsed.value.tool ?? '').trim();
  return {
    ok: true,
    told: {
      code: codeIn(body),
      category,
      desk,
      text: said,
      isDisclosure: disclosure === 'yes',
      toolId: named ? tool || null : null,
      tool: named ? '' : tool,
      when: (parsed.value.when ?? '').trim(),
      about: (parsed.value.about ?? '').trim(),
      barredIds: parsed.value.barred ?? [],
    },
  };
};

/** Does `work`; what can be mended in the form comes back as errors of its fields. */
export const mended = async (work: () => Promise<unknown>, language: Language): Promise<readonly FieldError[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || error.reasons.some(({ field }) => field === undefined)) throw error;
    return error.reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, language).title }));
  }
};
