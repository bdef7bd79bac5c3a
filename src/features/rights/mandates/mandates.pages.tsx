import { Get, Inject, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import {
  Allow,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { attempt, type Body, typedIn } from '../doors.js';
import { rightsPaths } from '../rights.paths.js';
import { MandateMadePage, MandatesPage } from '../web/mandates-pages.js';
import { mandatesCatalogue } from './mandates.catalogue.js';
import { MandateDto } from './mandates.dto.js';
import { MandatesService } from './mandates.service.js';

/** Where a person says who may act, and takes it back. */
@PageController()
export class MandatesPages {
  constructor(
    private readonly mandates: MandatesService,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  @Get(rightsPaths.mandates)
  @Allow('signed-in')
  async page(@Who() actor: Actor): Promise<VNode> {
    return <MandatesPage {...await this.mandates.own(actor)} />;
  }

  /** A link is on the answer itself and nowhere else: there is no page to come back to. */
  @Post(rightsPaths.mandates)
  @Allow('signed-in')
  async give(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const given = await attempt(MandateDto, body, actor.language, async (dto) => {
      const madeFor = (dto.madeFor ?? '').trim();
      const asked = { representative: dto.representative, madeFor, days: Number(dto.days) };
      return { token: await this.mandates.give(actor, asked, dto), madeFor };
    });
    if (!given.ok) return unprocessable(<MandatesPage {...await this.mandates.own(actor)} errors={given.errors} typed={typedIn(body)} />);
    const { token, madeFor } = given.value;
    if (token === null) return seeOther(rightsPaths.mandates, text(mandatesCatalogue, actor.language)('given'));
    return withStatus(200, <MandateMadePage madeFor={madeFor} address={`${this.config.baseUrl}${rightsPaths.represent(token)}`} />);
  }

  @Post(rightsPaths.mandateEndOf)
  @Allow('signed-in')
  async end(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.mandates.end(actor, id);
    return seeOther(rightsPaths.mandates, text(mandatesCatalogue, actor.language)('ended'));
  }
}
