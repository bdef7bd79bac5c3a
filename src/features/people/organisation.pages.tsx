import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  type FieldError,
  file,
  isUpload,
  PageController,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { readAnswer } from './domain/fact-answer.js';
import { type FactName, factOf, isFactName } from './domain/facts.js';
import { type FactView, OrganisationService } from './organisation.service.js';
import { AnswerForm, ConfirmFactForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { tried } from './tried.js';
import { ConfirmFactPage, FactPage, typedFact } from './web/fact-pages.js';
import { OrganisationPage } from './web/organisation-page.js';
import { said } from './web/said.js';
import { textOf } from './web/texts.js';

@PageController()
export class OrganisationPages {
  constructor(private readonly organisation: OrganisationService) {}

  @Get(peoplePaths.organisation)
  @Allow('signed-in')
  async page(@Who() actor: Actor) {
    return <OrganisationPage view={await this.organisation.view(actor)} mayErase={actor.role === 'dpo'} />;
  }

  @Get(peoplePaths.fact(':name'))
  @Allow('signed-in')
  async form(@Who() actor: Actor, @Param('name') name: string) {
    const { fact, persons } = await this.factFor(actor, name, 'mayAnswer');
    return <FactPage name={fact.name} typed={typedFact(fact.name, fact.value)} persons={persons} />;
  }

  @Post(peoplePaths.fact(':name'))
  @Allow('signed-in')
  async answer(@Who() actor: Actor, @Param('name') name: string, @RawBody() body: Record<string, unknown>) {
    const { fact, persons } = await this.factFor(actor, name, 'mayAnswer');
    const again = (mistakes: readonly FieldError[]) => {
      const typed = typeof body['value'] === 'string' ? body['value'] : '';
      return unprocessable(<FactPage name={fact.name} typed={typed} persons={persons} errors={said(mistakes, actor.language)} />);
    };
    const parsed = parse(AnswerForm, body);
    if (!parsed.ok) return again(parsed.errors);
    const read = readAnswer(factOf(fact.name).kind, parsed.value.value);
    if (!read.ok) return again([{ field: 'value', code: read.code }]);
    const document = isUpload(body['document']) ? body['document'] : null;
    const done = await tried(() => this.organisation.answer(actor, fact.name, { value: read.value, document }));
    if (!done.ok) return again(done.mistakes);
    return seeOther(peoplePaths.organisation, textOf(actor.language)('fact.answered', { reference: done.value }));
  }

  @Get(peoplePaths.factConfirmation(':name'))
  @Allow('signed-in')
  async confirmForm(@Who() actor: Actor, @Param('name') name: string) {
    return this.confirmPage(actor, (await this.factFor(actor, name, 'mayConfirm')).fact);
  }

  @Post(peoplePaths.factConfirmation(':name'))
  @Allow('signed-in')
  async confirm(@Who() actor: Actor, @Param('name') name: string, @RawBody() body: Record<string, unknown>) {
    const { fact } = await this.factFor(actor, name, 'mayConfirm');
    const parsed = parse(ConfirmFactForm, body);
    if (!parsed.ok) return unprocessable(await this.confirmPage(actor, fact, parsed.errors));
    const done = await tried(() => this.organisation.confirm(actor, fact.name, parsed.value.answeredAt, parsed.value));
    if (!done.ok) return unprocessable(await this.confirmPage(actor, fact, done.mistakes));
    return seeOther(peoplePaths.organisation, textOf(actor.language)('confirm.done', { reference: done.value }));
  }

  @Get(peoplePaths.factDocument(':name'))
  @Allow(
    'org_admin',
    'hr_registrar',
    'director',
    'dpo',
    'privacy_officer',
    'or_member',
    'or_chair',
    'or_secretary',
    'pvt_contact',
    'auditor',
  )
  async document(@Param('name') name: string) {
    if (!isFactName(name)) throw notFound();
    const { bytes, type, name: fileName } = await this.organisation.readDocument(name);
    return file(bytes, type, fileName);
  }

  private async factFor(actor: Actor, name: string, need: 'mayAnswer' | 'mayConfirm'): Promise<{ fact: FactView; persons: number }> {
    const view = await this.organisation.view(actor);
    const fact = view.facts.find((one) => one.name === name);
    if (!fact || !fact[need]) throw notFound();
    return { fact, persons: view.persons };
  }

  private async confirmPage(actor: Actor, fact: FactView, mistakes?: readonly FieldError[]) {
    const name: FactName = fact.name;
    if (!fact.answeredAt) throw notFound();
    const errors = mistakes && said(mistakes, actor.language);
    const asked = await this.organisation.asked(actor);
    return (
      <ConfirmFactPage name={name} value={fact.value} answeredAt={fact.answeredAt} document={fact.document} asked={asked} errors={errors} />
    );
  }
}
