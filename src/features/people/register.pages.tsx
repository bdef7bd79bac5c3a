import { Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Allow, PageController, parse, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { AccountsService } from './accounts.service.js';
import type { Cells } from './domain/person-line.js';
import { PersonForm, SearchForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { cellsOf, readPage } from './people.views.js';
import { RegisterService } from './register.service.js';
import { PrintedCodePage } from './web/invitation-pages.js';
import { PeoplePage } from './web/people-page.js';
import { PersonPage } from './web/person-page.js';
import { type Mistake, said } from './web/said.js';
import { textOf } from './web/texts.js';

const mayWrite = (actor: Actor): boolean => actor.role === 'org_admin' || actor.role === 'hr_registrar';

@PageController()
export class RegisterPages {
  constructor(
    private readonly register: RegisterService,
    private readonly accounts: AccountsService,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Get(peoplePaths.people)
  @Allow('org_admin', 'hr_registrar', 'or_chair', 'or_secretary', 'pvt_contact')
  async list(@Who() actor: Actor, @Query('page') page: unknown, @Query('unit') unitId: unknown) {
    const units = await this.register.units();
    const unit = units.find(({ id }) => id === unitId)?.id ?? null;
    const at = readPage(page);
    const { persons, total, pages } = await this.register.list(at, unit);
    return <PeoplePage {...{ persons, total, pages, page: at, units, unit, searched: null, mayWrite: mayWrite(actor) }} />;
  }

  @Post(peoplePaths.search)
  @Allow('org_admin', 'hr_registrar', 'or_chair', 'or_secretary', 'pvt_contact')
  async search(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(SearchForm, body);
    const text = parsed.ok ? parsed.value.text.trim() : '';
    const found = parsed.ok ? await this.register.search(text) : { persons: [], total: 0, pages: 1 };
    const frame = { ...found, pages: 1, page: 1, units: [], unit: null, searched: text, mayWrite: mayWrite(actor) };
    if (!parsed.ok) return unprocessable(<PeoplePage {...frame} errors={said(parsed.errors, actor.language)} />);
    return <PeoplePage {...frame} />;
  }

  @Get(peoplePaths.newPerson)
  @Allow('org_admin', 'hr_registrar')
  newForm(@Who() actor: Actor) {
    return this.page(actor, null, {});
  }

  @Post(peoplePaths.newPerson)
  @Allow('org_admin', 'hr_registrar')
  add(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    return this.save(actor, null, body);
  }

  @Get(peoplePaths.person(':id'))
  @Allow('org_admin', 'hr_registrar')
  async form(@Who() actor: Actor, @Param('id') id: string) {
    return this.page(actor, id, cellsOf(await this.register.person(id)));
  }

  @Post(peoplePaths.person(':id'))
  @Allow('org_admin', 'hr_registrar')
  async change(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>) {
    await this.register.person(id);
    return this.save(actor, id, body);
  }

  @Post(peoplePaths.personInvitation(':id'))
  @Allow('org_admin', 'hr_registrar')
  async invite(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>) {
    refuseFields(body);
    const invited = await this.accounts.invite(actor, id);
    if (invited.kind === 'printed')
      return <PrintedCodePage code={invited.code} url={`${this.config.baseUrl}${peoplePaths.invitation}`} hand={false} />;
    return seeOther(peoplePaths.person(id), textOf(actor.language)(invited.kind === 'mailed' ? 'person.mailed' : 'person.waits'));
  }

  private async save(actor: Actor, id: string | null, body: Record<string, unknown>) {
    const parsed = parse(PersonForm, body);
    if (!parsed.ok) return unprocessable(await this.page(actor, id, typedCells(body), parsed.errors));
    const saved = await this.register.save(actor, parsed.value, id);
    if (saved.ok) return seeOther(peoplePaths.person(saved.value), textOf(actor.language)('person.saved'));
    const mistakes = saved.errors.map(({ column, code }) => ({ field: column, code }));
    return unprocessable(await this.page(actor, id, parsed.value, mistakes));
  }

  private async page(actor: Actor, id: string | null, cells: Cells, mistakes?: readonly Mistake[]) {
    const units = await this.register.units();
    const access = id === null ? undefined : { ...(await this.accounts.access(id)), mayReset: actor.role === 'org_admin' };
    return <PersonPage id={id} cells={cells} units={units} access={access} errors={mistakes && said(mistakes, actor.language)} />;
  }
}

const typedCells = (body: Record<string, unknown>): Cells =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
