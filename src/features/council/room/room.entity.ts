import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'room_notes' })
export class RoomNote {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'request_id', type: 'text', nullable: true }) requestId!: string | null;
  @Column({ name: 'corrects', type: 'text', nullable: true }) corrects!: string | null;
  @Column({ name: 'written_by', type: 'text' }) writtenBy!: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
}

@Entity({ name: 'room_texts' })
export class RoomText {
  @PrimaryColumn({ name: 'note_id', type: 'text' }) noteId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
}

@Entity({ name: 'room_files' })
export class RoomFile {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'note_id', type: 'text' }) noteId!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'bytes', type: 'bytea' }) bytes!: Buffer;
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
}

@Entity({ name: 'room_withdrawals' })
export class RoomWithdrawal {
  @PrimaryColumn({ name: 'note_id', type: 'text' }) noteId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
