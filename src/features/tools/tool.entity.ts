import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'tools' })
export class ToolEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'record_entry_id', type: 'text', nullable: true }) recordEntryId!: string | null;
  @Column({ name: 'is_platform', type: 'boolean' }) isPlatform!: boolean;
  @Column({ name: 'starter', type: 'text', nullable: true }) starter!: string | null;
  @Column({ name: 'registered_by', type: 'text' }) registeredBy!: string;
  @Column({ name: 'registered_role', type: 'text' }) registeredRole!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'registered_at', type: 'timestamptz', nullable: true }) registeredAt!: Date | null;
  @Column({ name: 'claimed_by_council', type: 'boolean' }) claimedByCouncil!: boolean;
  @Column({ name: 'council_claim', type: 'text', nullable: true }) councilClaim!: string | null;
  @Column({ name: 'hr_answer', type: 'text', nullable: true }) hrAnswer!: string | null;
  @Column({ name: 'hr_answered_by', type: 'text', nullable: true }) hrAnsweredBy!: string | null;
  @Column({ name: 'hr_answered_at', type: 'timestamptz', nullable: true }) hrAnsweredAt!: Date | null;
  @Column({ name: 'runs_without_consent', type: 'boolean' }) runsWithoutConsent!: boolean;
  @Column({ name: 'stop_or_repair_on', type: 'date', nullable: true }) stopOrRepairOn!: string | null;
  @Column({ name: 'stop_or_repair_by', type: 'text', nullable: true }) stopOrRepairBy!: string | null;
}

@Entity({ name: 'tool_versions' })
export class ToolVersionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'number', type: 'integer' }) number!: number;
  @Column({ name: 'follows_id', type: 'text', nullable: true }) followsId!: string | null;
  @Column({ name: 'amends', type: 'boolean' }) amends!: boolean;
  @Column({ name: 'is_renewal', type: 'boolean' }) isRenewal!: boolean;
  @Column({ name: 'enforcement', type: 'text' }) enforcement!: string;
  @Column({ name: 'created_by', type: 'text' }) createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'registered_at', type: 'timestamptz', nullable: true }) registeredAt!: Date | null;
  @Column({ name: 'fixed_at', type: 'timestamptz', nullable: true }) fixedAt!: Date | null;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'fingerprint_scheme', type: 'integer' }) fingerprintScheme!: number;
}

@Entity({ name: 'answers' })
export class AnswerEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'attribute', type: 'text' }) attribute!: string;
  @PrimaryColumn({ name: 'item', type: 'text' }) item!: string;
  @Column({ name: 'value', type: 'jsonb' }) value!: unknown;
  @Column({ name: 'answered_by', type: 'text' }) answeredBy!: string;
  @Column({ name: 'answered_role', type: 'text' }) answeredRole!: string;
  @Column({ name: 'answered_at', type: 'timestamptz' }) answeredAt!: Date;
  @Column({ name: 'confirmed_by', type: 'text', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
}

@Entity({ name: 'capabilities' })
export class CapabilityEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'can', type: 'boolean' }) can!: boolean;
  @Column({ name: 'is_on', type: 'boolean', nullable: true }) isOn!: boolean | null;
  @Column({ name: 'reach', type: 'text', nullable: true }) reach!: string | null;
  @Column({ name: 'answered_by', type: 'text' }) answeredBy!: string;
  @Column({ name: 'answered_role', type: 'text' }) answeredRole!: string;
  @Column({ name: 'answered_at', type: 'timestamptz' }) answeredAt!: Date;
}

@Entity({ name: 'sheet_settings' })
export class SheetSettingEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'value', type: 'text' }) value!: string;
  @Column({ name: 'meaning_nl', type: 'text' }) meaningNl!: string;
  @Column({ name: 'meaning_en', type: 'text' }) meaningEn!: string;
  @Column({ name: 'stricter_is', type: 'text', nullable: true }) stricterIs!: string | null;
}

@Entity({ name: 'version_units' })
export class VersionUnitEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'unit_id', type: 'text' }) unitId!: string;
}

@Entity({ name: 'version_persons' })
export class VersionPersonEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
}

@Entity({ name: 'version_files' })
export class VersionFileEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'file_id', type: 'text' }) fileId!: string;
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @PrimaryColumn({ name: 'item', type: 'text' }) item!: string;
}

@Entity({ name: 'version_amendments' })
export class VersionAmendmentEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'condition_kind', type: 'text' }) conditionKind!: string;
  @PrimaryColumn({ name: 'condition_id', type: 'text' }) conditionId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'is_machine_limit', type: 'boolean' }) isMachineLimit!: boolean;
  @Column({ name: 'added_by', type: 'text' }) addedBy!: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt!: Date;
}
