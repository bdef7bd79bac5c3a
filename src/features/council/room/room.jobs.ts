import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { text } from '../../../platform/i18n/index.js';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { queueMails } from '../../../platform/mail/index.js';
import { councilMembers, holdersOf } from '../../people/index.js';
import { ROOM_BODIES, type RoomBody } from './domain/room.js';
import { roomCatalogue } from './room.catalogue.js';
import { roomPaths } from './room.paths.js';
import { writersSince } from './room.repository.js';
import { TELL } from './room.service.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
const ADDRESSES = 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)';

const newsIn = (payload: Json): { body: RoomBody; since: Date } | null => {
  if (typeof payload !== 'object' || payload === null || !('body' in payload) || !('since' in payload)) return null;
  const { body: named, since } = payload;
  const body = ROOM_BODIES.find((one) => one === named);
  return body && typeof since === 'string' ? { body, since: new Date(since) } : null;
};

/** Tells members that there is something new: not what, not where, not by whom. Who is the only writer of that hour knows already. */
@Injectable()
export class RoomJobs implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: JobRegistry,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: TELL,
      run: async (payload) => {
        const news = newsIn(payload);
        if (news) await this.tell(news.body, news.since);
      },
    });
  }

  private tell(body: RoomBody, since: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      const writers = await writersSince(tx, body, since);
      const members = body === 'or' ? await councilMembers(tx) : await holdersOf(tx, [body === 'pvt' ? 'pvt_contact' : 'group_officer']);
      const told = members.filter(({ personId }) => writers.length !== 1 || writers[0] !== personId);
      for (const language of LANGUAGES) {
        const t = text(roomCatalogue, language);
        const chosen = told.filter((member) => member.language === language && member.mailAddress !== null);
        await queueMails(tx, {
          recipients: {
            sql: ADDRESSES,
            parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
          },
          subject: t('mail.subject'),
          text: t('mail.text', { link: `${this.config.baseUrl}${roomPaths.room}` }),
        });
      }
    });
  }
}
