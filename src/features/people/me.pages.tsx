import { Get, Post } from '@nestjs/common';
import { type Actor, COUNCIL_OFFICERS } from '../../kernel/actor.js';
import {
  Allow,
  type FieldError,
  PageController,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Visit,
  type Visitor,
  Who,
} from '../../platform/http/index.js';
import { MeService } from './me.service.js';
import { AddressForm, ChangePasswordForm, CodeForm, IdentityForm, LanguageForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { SignInService } from './sign-in.service.js';
import { tried } from './tried.js';
import { DropCodePage, EnrolPage, MePage, PasswordPage } from './web/me-pages.js';
import { said } from './web/said.js';
import { textOf } from './web/texts.js';

const isOfficer = (actor: Actor): boolean => actor.roles.some((role) => COUNCIL_OFFICERS.includes(role));

@PageController()
export class MePages {
  constructor(
    private readonly me: MeService,
    private readonly signIns: SignInService,
  ) {}

  @Get(peoplePaths.me)
  @Allow('signed-in')
  async page(@Who() actor: Actor) {
    return <MePage account={await this.me.mine(actor)} officer={isOfficer(actor)} />;
  }

  @Post(peoplePaths.language)
  @Allow('signed-in')
  async language(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(LanguageForm, body);
    if (!parsed.ok) {
      const errors = said(parsed.errors, actor.language);
      return unprocessable(<MePage account={await this.me.mine(actor)} officer={isOfficer(actor)} which="language" errors={errors} />);
    }
    await this.signIns.chooseLanguage(actor.personId ?? '', parsed.value.language);
    return seeOther(peoplePaths.me, textOf(parsed.value.language)('me.languageDone'));
  }

  @Get(peoplePaths.myPassword)
  @Allow('signed-in')
  passwordForm(@Who() actor: Actor) {
    return this.passwordPage(actor);
  }

  @Post(peoplePaths.myPassword)
  @Allow('signed-in')
  async password(@Who() actor: Actor, @Visit() { sessionId }: Visitor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(ChangePasswordForm, body);
    if (!parsed.ok) return unprocessable(await this.passwordPage(actor, parsed.errors));
    const { newPassword, repeated, ...identity } = parsed.value;
    if (newPassword !== repeated) return unprocessable(await this.passwordPage(actor, [{ field: 'repeated', code: 'password.differs' }]));
    const done = await tried(() => this.me.changePassword(actor, sessionId, identity, newPassword));
    if (!done.ok) return unprocessable(await this.passwordPage(actor, done.mistakes));
    if (done.value.kind === 'refused')
      return unprocessable(await this.passwordPage(actor, [{ field: 'newPassword', code: done.value.code }]));
    return seeOther(peoplePaths.me, textOf(actor.language)('me.passwordDone'));
  }

  @Post(peoplePaths.myAddress)
  @Allow('signed-in')
  async address(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const parsed = parse(AddressForm, body);
    const done = parsed.ok ? await tried(() => this.me.changeAddress(actor, parsed.value, parsed.value.address)) : null;
    if (done?.ok) return seeOther(peoplePaths.me, textOf(actor.language)('me.addressDone'));
    const mistakes = parsed.ok ? (done?.mistakes ?? []) : parsed.errors;
    const errors = said(mistakes, actor.language);
    return unprocessable(<MePage account={await this.me.mine(actor)} officer={isOfficer(actor)} which="address" errors={errors} />);
  }

  @Get(peoplePaths.myCode)
  @Allow('signed-in')
  async code(@Who() actor: Actor) {
    const enrolment = await this.me.enrolment(actor);
    return enrolment ? (
      <EnrolPage enrolment={enrolment} />
    ) : (
      <DropCodePage account={await this.me.mine(actor)} officer={isOfficer(actor)} />
    );
  }

  /** The one form enrols while nothing is enrolled, and releases what is. */
  @Post(peoplePaths.myCode)
  @Allow('signed-in')
  async changeCode(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const enrolment = await this.me.enrolment(actor);
    if (!enrolment) return this.drop(actor, body);
    const parsed = parse(CodeForm, body);
    if (parsed.ok && (await this.me.enrol(actor, parsed.value.code)))
      return seeOther(peoplePaths.role, textOf(actor.language)('enrol.done'));
    const errors = said(parsed.ok ? [{ field: 'code', code: 'totp.wrong' }] : parsed.errors, actor.language);
    return unprocessable(<EnrolPage enrolment={enrolment} errors={errors} />);
  }

  private async drop(actor: Actor, body: Record<string, unknown>) {
    const parsed = parse(IdentityForm, body);
    const done = parsed.ok ? await tried(() => this.me.dropEnrolment(actor, parsed.value)) : null;
    if (done?.ok) return seeOther(peoplePaths.login);
    const errors = said(parsed.ok ? (done?.mistakes ?? []) : parsed.errors, actor.language);
    return unprocessable(<DropCodePage account={await this.me.mine(actor)} officer={isOfficer(actor)} errors={errors} />);
  }

  private async passwordPage(actor: Actor, mistakes?: readonly FieldError[]) {
    return (
      <PasswordPage account={await this.me.mine(actor)} officer={isOfficer(actor)} errors={mistakes && said(mistakes, actor.language)} />
    );
  }
}
