import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'advice_comments' })
export class AdviceComment {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'attribute', type: 'text' }) attribute!: string;
  @Column({ name: 'item', type: 'text' }) item!: string;
  @Column({ name: 'verdict', type: 'text' }) verdict!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
