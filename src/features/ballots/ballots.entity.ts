import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'ballots' })
export class BallotRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'attempt', type: 'integer' }) attempt!: number;
  @Column({ name: 'replaces_id', type: 'text', nullable: true }) replacesId!: string | null;
  @Column({ name: 'proposal', type: 'text' }) proposal!: string;
  @Column({ name: 'form', type: 'text' }) form!: string;
  @Column({ name: 'opens_at', type: 'timestamptz' }) opensAt!: Date;
  @Column({ name: 'closes_at', type: 'timestamptz' }) closesAt!: Date;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'announced_by', type: 'text' }) announcedBy!: string;
  @Column({ name: 'announced_role', type: 'text' }) announcedRole!: string;
  @Column({ name: 'announced_at', type: 'timestamptz' }) announcedAt!: Date;
}

@Entity({ name: 'ballot_votes' })
export class BallotVoteRow {
  @PrimaryColumn({ name: 'ballot_id', type: 'text' }) ballotId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @PrimaryColumn({ name: 'turn', type: 'integer' }) turn!: number;
  @Column({ name: 'choice', type: 'text' }) choice!: string;
  @Column({ name: 'reasons', type: 'text', nullable: true }) reasons!: string | null;
  @Column({ name: 'cast_at', type: 'timestamptz' }) castAt!: Date;
}

@Entity({ name: 'ballot_boxes' })
export class BallotBoxRow {
  @PrimaryColumn({ name: 'ballot_id', type: 'text' }) ballotId!: string;
  @Column({ name: 'sealed', type: 'bytea' }) sealed!: Buffer;
}

@Entity({ name: 'ballot_turnouts' })
export class BallotTurnoutRow {
  @PrimaryColumn({ name: 'ballot_id', type: 'text' }) ballotId!: string;
  @Column({ name: 'persons', type: 'text', array: true }) persons!: string[];
}

@Entity({ name: 'ballot_ends' })
export class BallotEndRow {
  @PrimaryColumn({ name: 'ballot_id', type: 'text' }) ballotId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'why', type: 'text', nullable: true }) why!: string | null;
  @Column({ name: 'state', type: 'text', nullable: true }) state!: string | null;
  @Column({ name: 'outcome', type: 'text', nullable: true }) outcome!: string | null;
  @Column({ name: 'if_for', type: 'text', nullable: true }) ifFor!: string | null;
  @Column({ name: 'quorum_reached', type: 'boolean', nullable: true }) quorumReached!: boolean | null;
  @Column({ name: 'taking_part', type: 'integer', nullable: true }) takingPart!: number | null;
  @Column({ name: 'filled_seats', type: 'integer', nullable: true }) filledSeats!: number | null;
  @Column({ name: 'consent', type: 'integer', nullable: true }) consent!: number | null;
  @Column({ name: 'conditions', type: 'integer', nullable: true }) conditions!: number | null;
  @Column({ name: 'no_consent', type: 'integer', nullable: true }) noConsent!: number | null;
  @Column({ name: 'abstention', type: 'integer', nullable: true }) abstention!: number | null;
  @Column({ name: 'rules', type: 'jsonb', nullable: true }) rules!: unknown;
  @Column({ name: 'roster', type: 'jsonb', nullable: true }) roster!: unknown;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'casting_votes' })
export class CastingVoteRow {
  @PrimaryColumn({ name: 'ballot_id', type: 'text' }) ballotId!: string;
  @Column({ name: 'vote', type: 'text' }) vote!: string;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'ballot_mails' })
export class BallotMailRow {
  @PrimaryColumn({ name: 'ballot_id', type: 'text' }) ballotId!: string;
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
