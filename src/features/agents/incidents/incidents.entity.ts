import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'incidents' })
export class IncidentEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'agent_id', type: 'text', nullable: true }) agentId!: string | null;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
}

@Entity({ name: 'incident_ends' })
export class IncidentEndEntity {
  @PrimaryColumn({ name: 'incident_id', type: 'text' }) incidentId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
