import { Get, Param, Post } from '@nestjs/common';
import { type Actor, ROLES } from '../../kernel/actor.js';
import { Allow, PageController, parse, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { RoleForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { RolesService } from './roles.service.js';
import { RolesPage } from './web/roles-page.js';
import { said } from './web/said.js';
import { textOf } from './web/texts.js';

@PageController()
export class RolesPages {
  constructor(private readonly roles: RolesService) {}

  @Get(peoplePaths.roles(':id'))
  @Allow('org_admin', 'hr_registrar', 'or_chair', 'or_secretary', 'pvt_contact')
  async page(@Who() actor: Actor, @Param('id') id: string) {
    return <RolesPage view={await this.roles.view(actor, id, ROLES)} />;
  }

  @Post(peoplePaths.roles(':id'))
  @Allow('org_admin', 'or_chair', 'or_secretary', 'pvt_contact')
  async grant(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(RoleForm, body);
    const role = parsed.ok ? ROLES.find((one) => one === parsed.value.role) : undefined;
    if (!role) {
      const view = await this.roles.view(actor, id, ROLES);
      return unprocessable(<RolesPage view={view} errors={said([{ field: 'role', code: 'isIn' }], actor.language)} />);
    }
    const reference = await this.roles.grant(actor, id, role);
    return seeOther(peoplePaths.roles(id), textOf(actor.language)('roles.given', { reference }));
  }

  @Post(peoplePaths.roleEnd(':id', ':grantId'))
  @Allow('org_admin', 'or_chair', 'or_secretary', 'pvt_contact')
  async end(@Who() actor: Actor, @Param('id') id: string, @Param('grantId') grantId: string, @RawBody() body: Record<string, unknown>) {
    refuseFields(body);
    const reference = await this.roles.end(actor, id, grantId);
    return seeOther(peoplePaths.roles(id), textOf(actor.language)('roles.ended', { reference }));
  }
}
