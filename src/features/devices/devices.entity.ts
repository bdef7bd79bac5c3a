import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'listed_devices' })
export class ListedDeviceEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'device', type: 'text' }) device!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'added_by', type: 'text' }) addedBy!: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt!: Date;
  @Column({ name: 'removed_by', type: 'text', nullable: true }) removedBy!: string | null;
  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true }) removedAt!: Date | null;
}

@Entity({ name: 'device_lists' })
export class DeviceListEntity {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'serial', type: 'integer' }) serial!: number;
  @Column({ name: 'devices', type: 'text', array: true }) devices!: string[];
  @Column({ name: 'reasons', type: 'text', array: true }) reasons!: string[];
  @Column({ name: 'as_of', type: 'timestamptz' }) asOf!: Date;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
  @Column({ name: 'fetched_at', type: 'timestamptz', nullable: true }) fetchedAt!: Date | null;
  @Column({ name: 'fetched_until', type: 'timestamptz', nullable: true }) fetchedUntil!: Date | null;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
}

@Entity({ name: 'device_files' })
export class DeviceFileEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'does', type: 'text' }) does!: string;
  @Column({ name: 'content', type: 'text' }) content!: string;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true }) appliedAt!: Date | null;
}

@Entity({ name: 'inventories' })
export class InventoryEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'lines', type: 'integer' }) lines!: number;
  @Column({ name: 'devices', type: 'integer' }) devices!: number;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
}

@Entity({ name: 'inventory_findings' })
export class InventoryFindingEntity {
  @PrimaryColumn({ name: 'inventory_id', type: 'text' }) inventoryId!: string;
  @PrimaryColumn({ name: 'product', type: 'text' }) product!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'devices', type: 'integer' }) devices!: number;
}
