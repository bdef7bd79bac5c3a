import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import {
  Allow,
  PageController,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../../platform/http/index.js';
import { peoplePaths } from '../people.paths.js';
import { tried } from '../tried.js';
import { type Mistake, said } from '../web/said.js';
import { NewKeyForm } from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';
import { keysTexts } from './keys.catalogue.js';
import { KeyShownPage, KeysPage, NewKeyPage } from './web/keys-pages.js';

type Fields = Record<string, unknown>;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** Boxes of one name: one ticked box comes as a text. */
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

@PageController()
export class ApiKeysPages {
  constructor(private readonly keys: ApiKeysService) {}

  @Get(peoplePaths.myKeys)
  @Allow('signed-in')
  async list(@Who() actor: Actor) {
    return <KeysPage own={await this.keys.mine(actor)} />;
  }

  @Get(peoplePaths.newKey)
  @Allow('signed-in')
  async form(@Who() actor: Actor) {
    const { asked } = await this.keys.mine(actor);
    return <NewKeyPage roles={actor.roles} asked={asked} />;
  }

  /** Answers with the page itself: after a redirect the key would be nowhere any more. */
  @Post(peoplePaths.newKey)
  @Allow('signed-in')
  async create(@Who() actor: Actor, @RawBody() body: Fields) {
    const parsed = parse(NewKeyForm, { ...body, scopes: listIn(body['scopes']) });
    if (!parsed.ok) return this.again(actor, body, parsed.errors);
    const { name, role, scopes, days, ...identity } = parsed.value;
    const wishes = { name: name.trim(), role, scopes, days: Number(days) };
    const made = await tried(() => this.keys.create(actor, wishes, identity));
    return made.ok ? withStatus(200, <KeyShownPage secret={made.value} />) : this.again(actor, body, made.mistakes);
  }

  @Post(peoplePaths.keyEnd(':keyId'))
  @Allow('signed-in')
  async end(@Who() actor: Actor, @Param('keyId') keyId: string, @RawBody() body: Fields) {
    refuseFields(body);
    await this.keys.revoke(actor, keyId);
    return seeOther(peoplePaths.myKeys, text(keysTexts, actor.language)('ended'));
  }

  private async again(actor: Actor, body: Fields, mistakes: readonly Mistake[]) {
    const { asked } = await this.keys.mine(actor);
    const typed = {
      name: textIn(body['name']),
      role: textIn(body['role']),
      days: textIn(body['days']),
      scopes: listIn(body['scopes']).map(String),
    };
    return unprocessable(<NewKeyPage roles={actor.roles} asked={asked} typed={typed} errors={said(mistakes, actor.language)} />);
  }
}
