import { Get, Param, Post } from '@nestjs/common';
import { readCrockford } from '../../kernel/ids.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, PageController, parse, RawBody, seeOther, unprocessable, Visit, type Visitor } from '../../platform/http/index.js';
import { AccountsService } from './accounts.service.js';
import { CodeForm, NewPasswordForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { ChoosePasswordPage, InvitationPage } from './web/invitation-pages.js';
import { said } from './web/said.js';
import { textOf } from './web/texts.js';

@PageController()
export class InvitationPages {
  constructor(private readonly accounts: AccountsService) {}

  @Get(peoplePaths.invitation)
  @Allow('anyone')
  typeCode() {
    return <InvitationPage />;
  }

  @Post(peoplePaths.invitation)
  @Allow('anyone')
  async readCode(@RawBody() body: Record<string, unknown>, @Visit() { language }: Visitor) {
    const parsed = parse(CodeForm, body);
    if (!parsed.ok) return unprocessable(<InvitationPage errors={said(parsed.errors, language)} />);
    const code = readCrockford(parsed.value.code);
    if (await this.accounts.isOpen(code)) return seeOther(peoplePaths.invitationCode(encodeURIComponent(code)));
    return unprocessable(<InvitationPage errors={said([{ field: 'code', code: 'code.unknown' }], language)} />);
  }

  @Get(peoplePaths.invitationCode(':code'))
  @Allow('anyone')
  async form(@Param('code') code: string, @Visit() { language }: Visitor) {
    if (await this.accounts.isOpen(code)) return <ChoosePasswordPage code={readCrockford(code)} />;
    return unprocessable(<InvitationPage errors={said([{ field: 'code', code: 'code.unknown' }], language)} />);
  }

  @Post(peoplePaths.invitationCode(':code'))
  @Allow('anyone')
  async choose(@Param('code') code: string, @RawBody() body: Record<string, unknown>, @Visit() { language }: Visitor) {
    if (!(await this.accounts.isOpen(code))) throw notFound();
    const parsed = parse(NewPasswordForm, body);
    const again = (field: string, mistake: string) =>
      unprocessable(<ChoosePasswordPage code={readCrockford(code)} errors={said([{ field, code: mistake }], language)} />);
    if (!parsed.ok) return unprocessable(<ChoosePasswordPage code={readCrockford(code)} errors={said(parsed.errors, language)} />);
    if (parsed.value.newPassword !== parsed.value.repeated) return again('repeated', 'password.differs');
    const chosen = await this.accounts.choosePassword(code, parsed.value.newPassword);
    if (chosen.kind === 'refused') return again('newPassword', chosen.code);
    return seeOther(peoplePaths.login, textOf(language)('choose.done'));
  }
}
