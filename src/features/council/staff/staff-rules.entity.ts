import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'staff_rules' })
export class StaffRulesRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'quorum_kind', type: 'text' }) quorumKind!: string;
  @Column({ name: 'quorum_seats', type: 'integer', nullable: true }) quorumSeats!: number | null;
  @Column({ name: 'majority', type: 'text' }) majority!: string;
  @Column({ name: 'ballot', type: 'text' }) ballot!: string;
  @Column({ name: 'proposed_by', type: 'text' }) proposedBy!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
}

@Entity({ name: 'staff_rule_ends' })
export class StaffRuleEndRow {
  @PrimaryColumn({ name: 'rules_id', type: 'text' }) rulesId!: string;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
