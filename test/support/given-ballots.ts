import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../src/kernel/ids.js';
import { BallotKey } from '../../src/features/ballots/index.js';
import { VotingService } from '../../src/features/consultation/voting/voting.service.js';
import type { CouncilRules } from '../../src/features/council/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { BEGAN, type GivenPerson } from './given-people.js';

/** The voting of the council, with a key in a folder of its own. */
export const votingOn = async ({ transactions }: TestDatabase, clock: TestClock) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-ballots-'));
  const key = new BallotKey({ keyFile: join(folder, 'keys', 'lease-signing.pem') });
  await key.onModuleInit();
  const voting = new VotingService(transactions, clock, key, { baseUrl: 'https://countersign.test' });
  return { voting, key, close: () => rm(folder, { recursive: true, force: true }) };
};
export type Voting = Awaited<ReturnType<typeof votingOn>>;

const confirmedChange = async (tx: Tx, kind: 'roster' | 'rules', at: Date): Promise<string> => {
  const id = newId('c');
  await tx.query(
    `insert into council_changes (id, kind, route, content, content_hash, proposed_by, proposed_role, proposed_at)
     values ($1, $2, 'officers', '{}', 'sha-256:x', 'p_chair', 'or_chair', $3)`,
    [id, kind, at],
  );
  await tx.query(
    `insert into council_change_confirmations (change_id, by_person, by_role, at) values ($1, 'p_secretary', 'or_secretary', $2)`,
    [id, at],
  );
  return id;
};

/** Rules that the council made itself. */
export const givenRules = async (tx: Tx, rules: Partial<Pick<CouncilRules, 'majority' | 'ballot' | 'tie'>>, at = BEGAN): Promise<void> => {
  const changeId = await confirmedChange(tx, 'rules', at);
  await tx.query(
    `insert into council_rules (id, previous_id, change_id, quorum_kind, majority, ballot, tie, deputising, valid_from)
     values ($1, (select id from council_rules order by written_as desc limit 1), $2, 'more_than_half', $3, $4, $5, 'named', $6)`,
    [newId('r'), changeId, rules.majority ?? 'simple', rules.ballot ?? 'open', rules.tie ?? 'no_consent', at],
  );
};

export interface GivenSeat {
  readonly person: GivenPerson;
  readonly deputy?: GivenPerson;
}
/** A roster that the council laid down: the first two seats are the chair's and the secretary's. */
export const givenRoster = async (tx: Tx, seats: readonly GivenSeat[], at = BEGAN): Promise<void> => {
  const changeId = await confirmedChange(tx, 'roster', at);
  const id = newId('r');
  await tx.query(
    `insert into council_rosters (id, previous_id, change_id, chair_id, secretary_id, valid_from)
     values ($1, (select id from council_rosters order by written_as desc limit 1), $2, $3, $4, $5)`,
    [id, changeId, seats[0]?.person.id, seats[1]?.person.id, at],
  );
  await tx.query(
    `insert into council_seats (roster_id, seat_id, place, person_id, deputy_id)
     select $1, 's' || place, place, person, deputy from unnest($2::text[], $3::text[]) with ordinality as seat(person, deputy, place)`,
    [id, seats.map(({ person }) => person.id), seats.map(({ deputy }) => deputy?.id ?? null)],
  );
};
