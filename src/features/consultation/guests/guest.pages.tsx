import { Get, Param } from '@nestjs/common';
import { notFound } from '../../../kernel/problem.js';
import { Allow, file, PageController, type PageResult, Visit, type Visitor, withStatus } from '../../../platform/http/index.js';
import { pdfOf } from '../../../platform/pdf/index.js';
import { onePageBlocks } from '../papers.js';
import { GuestGonePage, GuestPage } from '../web/guest-page.js';
import { guestPaths } from './guests.paths.js';
import { GuestsService } from './guests.service.js';

/** What a guest opens. The token in the address is all there is; whoever has it reads, and can do nothing else. */
@PageController()
export class GuestPages {
  constructor(private readonly guests: GuestsService) {}

  @Get(guestPaths.open(':token'))
  @Allow('anyone')
  async open(@Param('token') token: string): Promise<PageResult> {
    const opened = await this.guests.open(token);
    return opened ? withStatus(200, <GuestPage {...opened} token={token} />) : withStatus(404, <GuestGonePage />);
  }

  @Get(guestPaths.answerFile(':token', ':questionId', ':fileId'))
  @Allow('anyone')
  async answerFile(
    @Param('token') token: string,
    @Param('questionId') questionId: string,
    @Param('fileId') fileId: string,
  ): Promise<PageResult> {
    const stored = await this.guests.answerFile(token, questionId, fileId);
    return file(stored.bytes, stored.type, stored.name);
  }

  @Get(guestPaths.onePagePdf(':token'))
  @Allow('anyone')
  async pdf(@Param('token') token: string, @Visit() { language }: Visitor): Promise<PageResult> {
    const opened = await this.guests.open(token);
    if (!opened?.bundle) throw notFound();
    const page = opened.bundle.onePage[language];
    const { fingerprint, reference } = opened.request;
    const bytes = await pdfOf({ language, title: page.title, blocks: onePageBlocks(page).slice(1), fingerprint, reference });
    return file(bytes, 'application/pdf', `${reference}.pdf`);
  }
}
