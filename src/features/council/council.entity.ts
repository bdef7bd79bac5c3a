import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'council_changes' })
export class CouncilChangeRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'route', type: 'text' }) route!: string;
  @Column({ name: 'content', type: 'jsonb' }) content!: unknown;
  @Column({ name: 'content_hash', type: 'text' }) contentHash!: string;
  @Column({ name: 'proposed_by', type: 'text' }) proposedBy!: string;
  @Column({ name: 'proposed_role', type: 'text' }) proposedRole!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
}

@Entity({ name: 'council_change_confirmations' })
export class CouncilChangeConfirmationRow {
  @PrimaryColumn({ name: 'change_id', type: 'text' }) changeId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'council_change_ends' })
export class CouncilChangeEndRow {
  @PrimaryColumn({ name: 'change_id', type: 'text' }) changeId!: string;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'council_resets' })
export class CouncilResetRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'route', type: 'text' }) route!: string;
  @Column({ name: 'change_id', type: 'text', nullable: true }) changeId!: string | null;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'council_rosters' })
export class CouncilRosterRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'previous_id', type: 'text', nullable: true }) previousId!: string | null;
  @Column({ name: 'change_id', type: 'text', nullable: true }) changeId!: string | null;
  @Column({ name: 'reset_id', type: 'text', nullable: true }) resetId!: string | null;
  @Column({ name: 'chair_id', type: 'text' }) chairId!: string;
  @Column({ name: 'secretary_id', type: 'text' }) secretaryId!: string;
  @Column({ name: 'term_starts_on', type: 'date', nullable: true }) termStartsOn!: string | null;
  @Column({ name: 'term_ends_on', type: 'date', nullable: true }) termEndsOn!: string | null;
  @Column({ name: 'valid_from', type: 'timestamptz' }) validFrom!: Date;
}

@Entity({ name: 'council_seats' })
export class CouncilSeatRow {
  @PrimaryColumn({ name: 'roster_id', type: 'text' }) rosterId!: string;
  @PrimaryColumn({ name: 'seat_id', type: 'text' }) seatId!: string;
  @Column({ name: 'place', type: 'integer' }) place!: number;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId!: string | null;
  @Column({ name: 'deputy_id', type: 'text', nullable: true }) deputyId!: string | null;
}

@Entity({ name: 'council_committees' })
export class CouncilCommitteeRow {
  @PrimaryColumn({ name: 'roster_id', type: 'text' }) rosterId!: string;
  @PrimaryColumn({ name: 'place', type: 'integer' }) place!: number;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'members', type: 'text', array: true }) members!: string[];
}

@Entity({ name: 'council_rules' })
export class CouncilRulesRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'previous_id', type: 'text', nullable: true }) previousId!: string | null;
  @Column({ name: 'change_id', type: 'text' }) changeId!: string;
  @Column({ name: 'quorum_kind', type: 'text' }) quorumKind!: string;
  @Column({ name: 'quorum_seats', type: 'integer', nullable: true }) quorumSeats!: number | null;
  @Column({ name: 'majority', type: 'text' }) majority!: string;
  @Column({ name: 'ballot', type: 'text' }) ballot!: string;
  @Column({ name: 'tie', type: 'text' }) tie!: string;
  @Column({ name: 'deputising', type: 'text' }) deputising!: string;
  @Column({ name: 'valid_from', type: 'timestamptz' }) validFrom!: Date;
}

@Entity({ name: 'council_term_reminders' })
export class CouncilTermReminderRow {
  @PrimaryColumn({ name: 'term_ends_on', type: 'date' }) termEndsOn!: string;
  @PrimaryColumn({ name: 'days_before', type: 'integer' }) daysBefore!: number;
  @Column({ name: 'sent_at', type: 'timestamptz' }) sentAt!: Date;
}
