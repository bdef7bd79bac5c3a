import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import {
  Allow,
  file,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { Crumb, FieldError } from '../../../platform/ui/index.js';
import { tried } from '../../people/index.js';
import { type Place, roomOf } from './domain/room.js';
import { type Body, mistakesIn, pageIn, typedIn, writeNote } from './room-doors.js';
import { roomCatalogue, type RoomKey } from './room.catalogue.js';
import { CorrectionDto } from './room.dto.js';
import { roomPaths } from './room.paths.js';
import { RoomService } from './room.service.js';
import { CorrectionPage, WithdrawalPage } from './web/note-pages.js';
import { RoomPage } from './web/room-page.js';

const GENERAL: Place = { requestId: null };
const placePath = ({ requestId }: Place): string => (requestId ? roomPaths.discussion(requestId) : roomPaths.room);

/** The room of a body. Whoever is no member of one gets the answer of a page that does not exist. */
@PageController()
export class RoomPages {
  constructor(private readonly rooms: RoomService) {}

  @Get(roomPaths.room)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  room(@Who() actor: Actor, @Query('page') page: string | undefined): Promise<VNode> {
    return this.page(actor, pageIn(page));
  }

  @Post(roomPaths.room)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async write(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const errors = await writeNote(this.rooms, actor, GENERAL, body);
    if (errors.length > 0) return unprocessable(await this.page(actor, 1, errors, typedIn(body)));
    return seeOther(roomPaths.room, this.say(actor, 'box.done'));
  }

  @Get(roomPaths.file(':fileId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async file(@Who() actor: Actor, @Param('fileId') fileId: string): Promise<PageResult> {
    const { bytes, type, name } = await this.rooms.file(actor, fileId);
    return file(bytes, type, name);
  }

  @Get(roomPaths.correction(':noteId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async correctionForm(
    @Who() actor: Actor,
    @Param('noteId') noteId: string,
    typed?: string,
    errors?: readonly FieldError[],
  ): Promise<VNode> {
    const { note, text: says } = await this.rooms.own(actor, noteId);
    return <CorrectionPage noteId={noteId} says={says} back={this.back(actor, note)} typed={typed} errors={errors} />;
  }

  @Post(roomPaths.correction(':noteId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async correct(@Who() actor: Actor, @Param('noteId') noteId: string, @RawBody() body: Body): Promise<PageResult> {
    const again = async (mistakes: Parameters<typeof mistakesIn>[0]): Promise<PageResult> =>
      unprocessable(await this.correctionForm(actor, noteId, typedIn(body), mistakesIn(mistakes, actor.language)));
    const parsed = parse(CorrectionDto, { ...body });
    if (!parsed.ok) return again(parsed.errors);
    const done = await tried(() => this.rooms.correct(actor, noteId, parsed.value.text.trim()));
    if (!done.ok) return again(done.mistakes);
    return seeOther(placePath(done.value), this.say(actor, 'correct.done'));
  }

  @Get(roomPaths.withdrawal(':noteId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async withdrawalForm(@Who() actor: Actor, @Param('noteId') noteId: string): Promise<VNode> {
    const { note, text: says } = await this.rooms.own(actor, noteId);
    return <WithdrawalPage noteId={noteId} says={says} back={this.back(actor, note)} />;
  }

  @Post(roomPaths.withdrawal(':noteId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async withdraw(@Who() actor: Actor, @Param('noteId') noteId: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields({ ...body });
    const place = await this.rooms.withdraw(actor, noteId);
    return seeOther(placePath(place), this.say(actor, 'withdraw.done'));
  }

  private async page(actor: Actor, wanted: number, errors?: readonly FieldError[], typed?: string): Promise<VNode> {
    const room = await this.rooms.read(actor, GENERAL, wanted);
    const body = roomOf(actor) ?? 'or';
    return (
      <RoomPage
        body={body}
        title={this.say(actor, `title.${body}`)}
        lead={this.say(actor, 'lead.general')}
        crumbs={[{ text: this.say(actor, 'crumb.council'), href: roomPaths.council }]}
        action={roomPaths.room}
        pageHref={roomPaths.roomPage}
        room={room}
        typed={typed}
        errors={errors}
      />
    );
  }

  private back(actor: Actor, place: Place): Crumb {
    return { text: this.say(actor, `title.${roomOf(actor) ?? 'or'}`), href: placePath(place) };
  }

  private say(actor: Actor, key: RoomKey): string {
    return text(roomCatalogue, actor.language)(key);
  }
}
