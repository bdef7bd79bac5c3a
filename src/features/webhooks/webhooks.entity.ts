import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'webhook_receivers' })
export class WebhookReceiver {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'url', type: 'text' }) url!: string;
  @Column({ name: 'host', type: 'text' }) host!: string;
  @Column({ name: 'types', type: 'text', array: true }) types!: string[];
  @Column({ name: 'added_by', type: 'text' }) addedBy!: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt!: Date;
}

@Entity({ name: 'webhook_receiver_tools' })
export class WebhookReceiverTool {
  @PrimaryColumn({ name: 'receiver_id', type: 'text' }) receiverId!: string;
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
}

@Entity({ name: 'webhook_receiver_ends' })
export class WebhookReceiverEnd {
  @PrimaryColumn({ name: 'receiver_id', type: 'text' }) receiverId!: string;
  @Column({ name: 'how', type: 'text' }) how!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'webhook_secrets' })
export class WebhookSecret {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'receiver_id', type: 'text' }) receiverId!: string;
  @Column({ name: 'sealed', type: 'bytea' }) sealed!: Buffer;
  @Column({ name: 'until', type: 'timestamptz', nullable: true }) until!: Date | null;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
}

@Entity({ name: 'webhook_standings' })
export class WebhookStanding {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'state', type: 'text', nullable: true }) state!: string | null;
  @Column({ name: 'activation_id', type: 'text', nullable: true }) activationId!: string | null;
  @Column({ name: 'sequence', type: 'integer', default: 0 }) sequence!: number;
  @Column({ name: 'devices', type: 'text', array: true, default: () => "'{}'" }) devices!: string[];
}

@Entity({ name: 'webhook_events' })
export class WebhookEvent {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'sequence', type: 'integer' }) sequence!: number;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'body', type: 'text', nullable: true }) body!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'webhook_deliveries' })
export class WebhookDelivery {
  @PrimaryColumn({ name: 'receiver_id', type: 'text' }) receiverId!: string;
  @PrimaryColumn({ name: 'event_id', type: 'text' }) eventId!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'sequence', type: 'integer' }) sequence!: number;
  @Column({ name: 'state', type: 'text', default: 'waiting' }) state!: string;
  @Column({ name: 'attempts', type: 'integer', default: 0 }) attempts!: number;
  @Column({ name: 'term_from', type: 'timestamptz' }) termFrom!: Date;
  @Column({ name: 'next_at', type: 'timestamptz' }) nextAt!: Date;
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true }) claimedUntil!: Date | null;
  @Column({ name: 'last_at', type: 'timestamptz', nullable: true }) lastAt!: Date | null;
  @Column({ name: 'last_fault', type: 'text', nullable: true }) lastFault!: string | null;
  @Column({ name: 'last_status', type: 'integer', nullable: true }) lastStatus!: number | null;
}
