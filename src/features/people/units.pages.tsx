import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, PageController, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { UnitForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { RegisterService } from './register.service.js';
import { type Mistake, said } from './web/said.js';
import { textOf } from './web/texts.js';
import { UnitPage, UnitsPage } from './web/units-page.js';

const TAKEN: readonly Mistake[] = [{ field: 'name', code: 'unit.taken' }];
const typedOf = (body: Record<string, unknown>): string => (typeof body['name'] === 'string' ? body['name'] : '');

@PageController()
export class UnitsPages {
  constructor(private readonly register: RegisterService) {}

  @Get(peoplePaths.units)
  @Allow('org_admin', 'hr_registrar')
  async list() {
    return <UnitsPage units={await this.register.units()} />;
  }

  @Post(peoplePaths.units)
  @Allow('org_admin', 'hr_registrar')
  async add(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(UnitForm, body);
    if (parsed.ok && (await this.register.addUnit(actor, parsed.value.name.trim())))
      return seeOther(peoplePaths.units, textOf(actor.language)('units.added'));
    const errors = said(parsed.ok ? TAKEN : parsed.errors, actor.language);
    return unprocessable(<UnitsPage units={await this.register.units()} typed={typedOf(body)} errors={errors} />);
  }

  @Get(peoplePaths.unit(':id'))
  @Allow('org_admin', 'hr_registrar')
  async form(@Param('id') id: string) {
    const unit = (await this.register.units()).find((one) => one.id === id);
    if (!unit) throw notFound();
    return <UnitPage id={unit.id} typed={unit.name} />;
  }

  @Post(peoplePaths.unit(':id'))
  @Allow('org_admin', 'hr_registrar')
  async rename(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(UnitForm, body);
    if (parsed.ok && (await this.register.rename(actor, id, parsed.value.name.trim())))
      return seeOther(peoplePaths.units, textOf(actor.language)('units.renamed'));
    const errors = said(parsed.ok ? TAKEN : parsed.errors, actor.language);
    return unprocessable(<UnitPage id={id} typed={typedOf(body)} errors={errors} />);
  }
}
