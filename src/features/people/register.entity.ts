import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'units' })
export class Unit {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity({ name: 'persons' })
export class Person {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'staff_number', type: 'text' }) staffNumber!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'email', type: 'text', nullable: true }) email!: string | null;
  @Column({ name: 'unit_id', type: 'text' }) unitId!: string;
  @Column({ name: 'unit_since', type: 'date', nullable: true }) unitSince!: string | null;
  @Column({ name: 'manager_id', type: 'text', nullable: true }) managerId!: string | null;
  @Column({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'other_language', type: 'text', nullable: true }) otherLanguage!: string | null;
  @Column({ name: 'starts_on', type: 'date' }) startsOn!: string;
  @Column({ name: 'ends_on', type: 'date', nullable: true }) endsOn!: string | null;
  @Column({ name: 'works_at_home', type: 'boolean' }) worksAtHome!: boolean;
  @Column({ name: 'device', type: 'text', nullable: true }) device!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'left_at', type: 'timestamptz', nullable: true }) leftAt!: Date | null;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt!: Date | null;
}

@Entity({ name: 'imports' })
export class RegisterImport {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
  @Column({ name: 'content', type: 'text' }) content!: string;
  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true }) appliedAt!: Date | null;
}

/** How many people work here, by language: the database counts them. */
@Entity({ name: 'workforce' })
export class Workforce {
  @PrimaryColumn({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'people', type: 'integer' }) people!: number;
}
