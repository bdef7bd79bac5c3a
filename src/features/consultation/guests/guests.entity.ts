import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'guest_links' })
export class GuestLink {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'token_hash', type: 'text' }) tokenHash!: string;
  @Column({ name: 'made_for', type: 'text' }) madeFor!: string;
  @Column({ name: 'made_by', type: 'text' }) madeBy!: string;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}

@Entity({ name: 'guest_link_ends' })
export class GuestLinkEnd {
  @PrimaryColumn({ name: 'link_id', type: 'text' }) linkId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'guest_openings' })
export class GuestOpening {
  @PrimaryColumn({ name: 'link_id', type: 'text' }) linkId!: string;
  @PrimaryColumn({ name: 'at', type: 'timestamptz' }) at!: Date;
}
