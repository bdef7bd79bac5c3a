import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'court_petitions' })
export class CourtPetition {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'ground', type: 'text' }) ground!: string;
  @Column({ name: 'filed_on', type: 'date' }) filedOn!: string;
  @Column({ name: 'court', type: 'text' }) court!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'file_id', type: 'text' }) fileId!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'petition_confirmations' })
export class PetitionConfirmation {
  @PrimaryColumn({ name: 'petition_id', type: 'text' }) petitionId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'petition_withdrawals' })
export class PetitionWithdrawal {
  @PrimaryColumn({ name: 'petition_id', type: 'text' }) petitionId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
