import { Get, Param, Post } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { type Actor, COUNCIL_OFFICERS, COUNCIL_ROLES, type Role, ROLES } from '../../kernel/actor.js';
import { roleName } from '../../platform/i18n/index.js';
import {
  Allow,
  PageController,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Visit,
  type Visitor,
  Who,
} from '../../platform/http/index.js';
import { AcceptForm, RoleForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { RolesService } from './roles.service.js';
import { SignInService } from './sign-in.service.js';
import { RolePage } from './web/role-page.js';
import { type Mistake, said } from './web/said.js';
import { textOf } from './web/texts.js';

@PageController()
export class RolePages {
  constructor(
    private readonly roles: RolesService,
    private readonly signIns: SignInService,
  ) {}

  @Get(peoplePaths.role)
  @Allow('signed-in')
  choose(@Who() actor: Actor) {
    return this.page(actor);
  }

  @Post(peoplePaths.role)
  @Allow('signed-in')
  async switch(@Who() actor: Actor, @Visit() { sessionId, language }: Visitor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(RoleForm, body);
    const role = parsed.ok ? ROLES.find((one) => one === parsed.value.role && actor.roles.includes(one)) : undefined;
    if (!role || !sessionId) return unprocessable(await this.page(actor, [{ field: 'role', code: 'isIn' }]));
    if ((await this.signIns.switchRole(actor, sessionId, role)) === 'enrol') return seeOther(peoplePaths.myCode);
    return seeOther('/', textOf(language)('role.switched', { role: roleName(role, language) }));
  }

  @Post(peoplePaths.acceptance(':grantId'))
  @Allow('signed-in')
  async accept(@Who() actor: Actor, @Param('grantId') grantId: string, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(AcceptForm, body);
    const address = parsed.ok ? parsed.value.address?.trim() || null : null;
    if (!parsed.ok || (address && !isEmail(address))) return unprocessable(await this.page(actor, [{ field: 'address', code: 'isEmail' }]));
    const reference = await this.roles.accept(actor, grantId, address);
    return seeOther(peoplePaths.role, textOf(actor.language)('role.accepted', { reference }));
  }

  @Post(peoplePaths.refusal(':grantId'))
  @Allow('signed-in')
  async decline(@Who() actor: Actor, @Param('grantId') grantId: string, @RawBody() body: Record<string, unknown>) {
    refuseFields(body);
    const reference = await this.roles.decline(actor, grantId);
    return seeOther(peoplePaths.role, textOf(actor.language)('role.declined', { reference }));
  }

  private async page(actor: Actor, mistakes?: readonly Mistake[]) {
    const offers = (await this.roles.offers(actor)).map(({ id, role }) => ({
      id,
      role,
      council: isOf(COUNCIL_ROLES, role),
      officer: isOf(COUNCIL_OFFICERS, role),
    }));
    return <RolePage roles={actor.roles} chosen={actor.role} offers={offers} errors={mistakes && said(mistakes, actor.language)} />;
  }
}

const isOf = (roles: readonly Role[], role: Role): boolean => roles.includes(role);
