import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { idOfStaffNumber, mailPersons, namesOf } from '../../people/index.js';
import { lockToolOf, type Version, versionAt } from '../../tools/index.js';
import { NoticeChainCheck } from '../notice-chain-check.js';
import { type DraftTranslation, noticeDraft } from '../notice-source.js';
import { noticePaths } from '../notices.paths.js';
import { hashOfSource, hashOfSources, isReadable, type SourcePlace } from './domain/translation.js';
import { insertRequest, saveTranslation, translatedBefore, translatorsOf } from './translation.repository.js';
import { readerMail } from './translation-mail.js';

export interface TranslationView {
  readonly version: Version;
  readonly places: readonly SourcePlace[];
  readonly translation: DraftTranslation;
  /** Over the Dutch texts as they were shown. */
  readonly source: string;
  /** By place: how the same Dutch was translated before. */
  readonly remembered: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}
export interface TypedText {
  readonly place: string;
  readonly text: string;
}

/** Translations of a notice into the other languages that people here read: HR types, and asks somebody to read them over. */
@Injectable()
export class TranslationService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly chain: NoticeChainCheck,
  ) {}

  view(toolId: string, number: number, language: string): Promise<TranslationView> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      const { places, translation } = await this.current(tx, version, language);
      const byHash = await translatedBefore(
        tx,
        language,
        places.map(({ source }) => hashOfSource(source)),
      );
      const people = [...translation.requests.map(({ askedPerson }) => askedPerson), translation.standing.review?.reviewedBy ?? []].flat();
      return {
        version,
        places,
        translation,
        source: hashOfSources(places),
        remembered: new Map(places.flatMap(({ place, source }) => entry(place, byHash.get(hashOfSource(source))))),
        names: await namesOf(tx, people),
      };
    });
  }

  /** Keeps what was typed beside exactly the Dutch that `source` names; refused when that has changed meanwhile. */
  save(actor: Actor, toolId: string, number: number, language: string, source: string, texts: readonly TypedText[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      const now = this.clock.now();
      const { places } = await this.current(tx, version, language);
      if (hashOfSources(places) !== source) throw refused('translation.source_changed');
      const sources = new Map(places.map((one) => [one.place, one.source]));
      const rows = texts.map((row) => ({ ...row, sourceHash: hashOfSource(sources.get(row.place) ?? '') }));
      await saveTranslation(tx, { versionId: version.id, language, by: typistOf(actor), at: now }, rows);
      await record(tx, actor, now, 'notice.translated', { toolId, subjectId: version.id }, { language, texts: rows.length });
    });
  }

  /** Asks a colleague to read it over: never one who typed any of it, and only when there is something whole to read. */
  ask(actor: Actor, toolId: string, number: number, language: string, staffNumber: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      const now = this.clock.now();
      const { translation } = await this.current(tx, version, language);
      if (!isReadable(translation.standing.state)) throw refused('translation.not_whole');
      const askedPerson = await idOfStaffNumber(tx, staffNumber);
      if (!askedPerson) throw unusable('staffNumber', 'page.unknownPerson');
      if (askedPerson === actor.personId) throw unusable('staffNumber', 'page.self');
      if ((await translatorsOf(tx, version.id, language)).includes(askedPerson)) throw unusable('staffNumber', 'page.typist');
      const id = newId('q');
      await insertRequest(tx, { id, versionId: version.id, language, askedPerson, askedBy: typistOf(actor), askedAt: now });
      await record(tx, actor, now, 'notice.translation-asked', { toolId, subjectId: id, personId: askedPerson }, { language });
      await mailPersons(tx, [askedPerson], readerMail(`${this.config.baseUrl}${noticePaths.reading(id)}`));
    });
  }

  private async current(tx: Tx, version: Version, language: string) {
    const decision = await this.chain.decisionOn(tx, version.id, this.clock.now());
    const { places, translations } = await noticeDraft(tx, version, decision);
    const translation = translations.find((one) => one.language === language);
    if (!translation) throw notFound();
    return { places, translation };
  }
}

const typistOf = (actor: Actor): string => actor.personId ?? actor.role;
const entry = (place: string, text: string | undefined): readonly (readonly [string, string])[] => (text ? [[place, text]] : []);
