import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'accounts' })
export class Account {
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash!: string | null;
  @Column({ name: 'totp_secret', type: 'text', nullable: true }) totpSecret!: string | null;
  @Column({ name: 'totp_confirmed_at', type: 'timestamptz', nullable: true }) totpConfirmedAt!: Date | null;
  @Column({ name: 'totp_last_step', type: 'bigint', nullable: true }) totpLastStep!: string | null;
  @Column({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'mail_address', type: 'text', nullable: true }) mailAddress!: string | null;
  @Column({ name: 'mail_changed_at', type: 'timestamptz', nullable: true }) mailChangedAt!: Date | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}

@Entity({ name: 'role_grants' })
export class RoleGrant {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'role', type: 'text' }) role!: string;
  @Column({ name: 'granted_by', type: 'text', nullable: true }) grantedBy!: string | null;
  @Column({ name: 'granted_at', type: 'timestamptz' }) grantedAt!: Date;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt!: Date | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'ended_by', type: 'text', nullable: true }) endedBy!: string | null;
}

@Entity({ name: 'sessions' })
export class Session {
  @PrimaryColumn({ name: 'token_hash', type: 'text' }) tokenHash!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'role', type: 'text' }) role!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'seen_at', type: 'timestamptz' }) seenAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}

@Entity({ name: 'invitations' })
export class Invitation {
  @PrimaryColumn({ name: 'code_hash', type: 'text' }) codeHash!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'created_by', type: 'text', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

@Entity({ name: 'officer_resets' })
export class OfficerReset {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'asked_by', type: 'text' }) askedBy!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  @Column({ name: 'confirmed_by', type: 'text', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
}

@Entity({ name: 'officer_account_changes' })
export class OfficerAccountChange {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'change', type: 'text' }) change!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'council_endings' })
export class CouncilEnding {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'asked_by', type: 'text' }) askedBy!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  @Column({ name: 'confirmed_by', type: 'text', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
}

@Entity({ name: 'sign_in_steps' })
export class SignInStep {
  @PrimaryColumn({ name: 'token_hash', type: 'text' }) tokenHash!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

@Entity({ name: 'sign_in_attempts' })
export class SignInAttempt {
  @PrimaryColumn({ name: 'id', type: 'bigint', generated: 'identity' }) id!: string;
  @Column({ name: 'account_hash', type: 'text' }) accountHash!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
