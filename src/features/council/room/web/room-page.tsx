import { formatInstant, text } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonGroup,
  Card,
  type Crumb,
  Details,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  H3,
  Lead,
  Link,
  List,
  Pagination,
  Shell,
  Small,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import { LONGEST_NOTE, type RoomBody } from '../domain/room.js';
import { roomCatalogue } from '../room.catalogue.js';
import { roomPaths } from '../room.paths.js';
import type { ReadRoom, ShownNote } from '../room.service.js';

export const useTexts = () => text(roomCatalogue, usePage().language);

export interface RoomPageProps {
  readonly body: RoomBody;
  readonly title: string;
  readonly lead: string;
  readonly caption?: string;
  readonly crumbs: readonly Crumb[];
  /** Where the form goes. */
  readonly action: string;
  readonly pageHref: (page: number) => string;
  readonly room: ReadRoom;
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

/** What stands between these notes and those who must not read them, and where that ends. */
const WhoElse = () => {
  const t = useTexts();
  const lines = ['inside', 'server', 'mail', 'laptop', 'later', 'erased', 'elsewhere'] as const;
  return (
    <Details summary={t('who.summary')}>
      <List items={lines.map((line) => t(`who.${line}`))} />
    </Details>
  );
};

/** Words as somebody typed them, line by line. */
export const Words = ({ of }: { readonly of: string }) => (
  <>
    {of
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, at) => (
        <Text key={at}>{line}</Text>
      ))}
  </>
);

const Acts = ({ note }: { readonly note: ShownNote }) => {
  const t = useTexts();
  return (
    <ButtonGroup>
      <Link href={roomPaths.correction(note.id)}>{t('note.correct')}</Link>
      <Link href={roomPaths.withdrawal(note.id)}>{t('note.withdraw')}</Link>
    </ButtonGroup>
  );
};

const NoteCard = ({ note }: { readonly note: ShownNote }) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <Card id={note.id}>
      <H3>{note.writer}</H3>
      <Small>
        <Time at={note.writtenAt} />
        {note.correctedAt && !note.withdrawnAt ? ` · ${t('note.corrected', { when: formatInstant(note.correctedAt, language) })}` : null}
      </Small>
      {note.withdrawnAt ? (
        <Text>{t('note.withdrawn', { when: formatInstant(note.withdrawnAt, language) })}</Text>
      ) : (
        <>
          <Words of={note.text} />
          {note.files.length > 0 ? (
            <List
              items={note.files.map((file) => (
                <Link href={roomPaths.file(file.id)} download>
                  {file.name}
                </Link>
              ))}
            />
          ) : null}
          {note.earlier.length > 0 ? (
            <Details summary={t('note.earlier')}>
              {note.earlier.map((said, at) => (
                <Words key={at} of={said} />
              ))}
            </Details>
          ) : null}
          {note.mine ? <Acts note={note} /> : null}
        </>
      )}
    </Card>
  );
};

/** The general room, or the discussion of one case. */
export const RoomPage = ({ body, title, lead, caption, crumbs, action, pageHref, room, typed, errors }: RoomPageProps) => {
  const t = useTexts();
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...crumbs, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={caption}>{title}</H1>
      <Lead>{lead}</Lead>
      <Banner kind="info">{t(`only.${body}`)}</Banner>
      <WhoElse />
      <Form action={action} multipart>
        <Field
          name="text"
          type="textarea"
          rows={5}
          limit={LONGEST_NOTE}
          label={t('box.text')}
          hint={t('box.hint')}
          value={typed}
          error={errorOf(errors, 'text')}
        />
        <Field name="file" type="file" multiple optional label={t('box.file')} hint={t('box.fileHint')} error={errorOf(errors, 'file')} />
        <Button>{t('box.button')}</Button>
      </Form>
      <section>
        <H2>{t('notes.heading')}</H2>
        {room.notes.length === 0 ? <Text>{t('notes.none')}</Text> : null}
        {room.notes.map((note) => (
          <NoteCard key={note.id} note={note} />
        ))}
        <Pagination page={room.page} pages={room.pages} href={pageHref} />
      </section>
    </Shell>
  );
};
