import type { VNode } from 'preact';
import type { Language } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { type PageResult, seeOther, unprocessable } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { attempt, type Body, keyIn, typedIn } from '../doors.js';
import { commandOf } from '../lodge-right.js';
import { RightDto } from '../rights.dto.js';
import { ActingAskPage, type ActingDoor, ActingObjectPage, ActingPage } from '../web/acting-pages.js';
import type { Acting, ActingForService, Holder } from './acting-for.service.js';
import { DetrimentDto, DetrimentFormPage } from '../../objections/index.js';
import { mandatesCatalogue } from './mandates.catalogue.js';
import { ObjectionForDto } from './mandates.dto.js';

/** One visit of somebody who acts for a person: the same pages from either door. */
export class ActingVisit {
  constructor(
    private readonly acting: ActingForService,
    private readonly holder: Holder,
    private readonly door: ActingDoor,
    private readonly language: Language,
  ) {}

  async page(): Promise<VNode> {
    return <ActingPage {...await this.acting.open(this.holder)} door={this.door} />;
  }

  async objectForm(): Promise<VNode> {
    return <ActingObjectPage {...await this.acting.open(this.holder)} door={this.door} idempotencyKey={newId('i')} />;
  }

  async askForm(): Promise<VNode> {
    return <ActingAskPage {...await this.acting.open(this.holder)} door={this.door} idempotencyKey={newId('i')} />;
  }

  async object(body: Body): Promise<PageResult> {
    const acting = await this.acting.open(this.holder);
    const sent = await attempt(ObjectionForDto, body, this.language, ({ tool, situation }) =>
      this.acting.object(this.holder, tool, (situation ?? '').trim(), keyIn(body)),
    );
    if (sent.ok) return this.sent();
    const again = { idempotencyKey: keyIn(body) ?? newId('i'), errors: sent.errors, typed: typedIn(body) };
    return unprocessable(<ActingObjectPage {...acting} door={this.door} {...again} />);
  }

  async ask(body: Body): Promise<PageResult> {
    const acting = await this.acting.open(this.holder);
    const sent = await attempt(RightDto, body, this.language, (dto) => this.acting.ask(this.holder, commandOf(dto), keyIn(body)));
    if (sent.ok) return this.sent();
    const again = { idempotencyKey: keyIn(body) ?? newId('i'), errors: sent.errors, typed: typedIn(body) };
    return unprocessable(<ActingAskPage {...acting} door={this.door} {...again} />);
  }

  async reportForm(): Promise<VNode> {
    return this.reportPage(await this.acting.open(this.holder), newId('i'));
  }

  /** With the receipt as it was handed over: what the person sent without this hand stays unknown here. */
  async report(body: Body): Promise<PageResult> {
    const acting = await this.acting.open(this.holder);
    const sent = await attempt(DetrimentDto, body, this.language, ({ receipt, what, happenedOn, story }) =>
      this.acting.report(this.holder, { objectionId: null, receipt: receipt ?? '', what, happenedOn, story: story.trim() }, keyIn(body)),
    );
    if (sent.ok) return this.sent();
    return unprocessable(this.reportPage(acting, keyIn(body) ?? newId('i'), sent.errors, typedIn(body)));
  }

  private reportPage({ name }: Acting, key: string, errors?: readonly FieldError[], typed?: Readonly<Record<string, string>>): VNode {
    const t = text(mandatesCatalogue, this.language);
    const title = t('acting.reportFor', { name });
    const crumbs = [{ text: t('acting.title', { name }), href: this.door.page }, { text: title }];
    const acting = { title, crumbs, lead: t('acting.reportText'), secretAddress: this.door.back === null };
    return (
      <DetrimentFormPage
        forOther
        action={this.door.report}
        objections={[]}
        rule={null}
        idempotencyKey={key}
        {...{ acting, errors, typed }}
      />
    );
  }

  private sent(): PageResult {
    return seeOther(this.door.page, text(mandatesCatalogue, this.language)('acting.sent'));
  }
}
