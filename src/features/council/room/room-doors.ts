import type { Actor, Language } from '../../../kernel/actor.js';
import { isUpload, parse, type Upload } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { said, tried } from '../../people/index.js';
import type { Place } from './domain/room.js';
import { roomCatalogue, type RoomKey } from './room.catalogue.js';
import { NoteDto } from './room.dto.js';
import type { RoomService } from './room.service.js';

export type Body = Readonly<Record<string, unknown>>;
type Mistakes = Parameters<typeof said>[0];

const OWN_TEXTS: Readonly<Record<string, RoomKey>> = { 'file.too-many': 'error.tooMany', isNotEmpty: 'error.empty' };

/** What is wrong, in words: the room's own where it has them. */
export const mistakesIn = (mistakes: Mistakes, language: Language): FieldError[] =>
  said(mistakes, language).map((error) => {
    const code = mistakes.find(({ field }) => field === error.field)?.code ?? '';
    const own = Object.hasOwn(OWN_TEXTS, code) ? OWN_TEXTS[code] : undefined;
    return own ? { ...error, text: text(roomCatalogue, language)(own) } : error;
  });

export const typedIn = (body: Body): string | undefined => (typeof body['text'] === 'string' ? body['text'] : undefined);

const filesIn = (given: unknown): Upload[] | null => {
  const listed = given === undefined || given === '' ? [] : Array.isArray(given) ? (given as unknown[]) : [given];
  return listed.every(isUpload) ? listed.filter(isUpload) : null;
};

/** Reads the form and writes the note. Answers what is wrong with it; nothing when it was written. */
export const writeNote = async (rooms: RoomService, actor: Actor, place: Place, body: Body): Promise<readonly FieldError[]> => {
  const parsed = parse(NoteDto, { ...body });
  if (!parsed.ok) return mistakesIn(parsed.errors, actor.language);
  const files = filesIn(parsed.value.file);
  if (!files) return mistakesIn([{ field: 'file', code: 'unknown' }], actor.language);
  const done = await tried(() => rooms.write(actor, place, { text: parsed.value.text?.trim() ?? '', files }));
  return done.ok ? [] : mistakesIn(done.mistakes, actor.language);
};

/** The number of a page as somebody typed it behind an address; whatever is none is the first. */
export const pageIn = (typed: unknown): number => (typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1);
