import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'summary_publications' })
export class SummaryPublication {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'message', type: 'text' }) message!: string;
  @Column({ name: 'smallest_group', type: 'int' }) smallestGroup!: number;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'published_by', type: 'text' }) publishedBy!: string;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: Date;
  @Column({ name: 'closes_on', type: 'date' }) closesOn!: string;
}

@Entity({ name: 'summary_publication_ends' })
export class SummaryPublicationEnd {
  @PrimaryColumn({ name: 'publication_id', type: 'text' }) publicationId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** Who reacted; what, stands nowhere beside it. */
@Entity({ name: 'reaction_givers' })
export class ReactionGiver {
  @PrimaryColumn({ name: 'publication_id', type: 'text' }) publicationId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
}

@Entity({ name: 'reaction_counts' })
export class ReactionCount {
  @PrimaryColumn({ name: 'publication_id', type: 'text' }) publicationId!: string;
  @PrimaryColumn({ name: 'unit_id', type: 'text' }) unitId!: string;
  @PrimaryColumn({ name: 'choice', type: 'text' }) choice!: string;
  @Column({ name: 'people', type: 'int' }) people!: number;
}

@Entity({ name: 'reaction_remarks' })
export class ReactionRemark {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'publication_id', type: 'text' }) publicationId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
}
