import {
  Button,
  type Crumb,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Inset,
  Lead,
  Shell,
  Text,
  Warning,
} from '../../../../platform/ui/index.js';
import { LONGEST_NOTE } from '../domain/room.js';
import { roomPaths } from '../room.paths.js';
import { useTexts, Words } from './room-page.js';

export interface NotePageProps {
  readonly noteId: string;
  readonly says: string;
  readonly back: Crumb;
}

export const CorrectionPage = ({
  noteId,
  says,
  back,
  typed,
  errors,
}: NotePageProps & { readonly typed?: string; readonly errors?: readonly FieldError[] }) => {
  const t = useTexts();
  return (
    <Shell title={t('correct.title')} error={(errors?.length ?? 0) > 0} crumbs={[back, { text: t('correct.title') }]}>
      <ErrorSummary errors={errors} />
      <H1>{t('correct.title')}</H1>
      <Lead>{t('correct.lead')}</Lead>
      <Form action={roomPaths.correction(noteId)}>
        <Field
          name="text"
          type="textarea"
          rows={8}
          limit={LONGEST_NOTE}
          label={t('correct.text')}
          value={typed ?? says}
          error={errorOf(errors, 'text')}
        />
        <Button>{t('correct.button')}</Button>
      </Form>
    </Shell>
  );
};

export const WithdrawalPage = ({ noteId, says, back }: NotePageProps) => {
  const t = useTexts();
  return (
    <Shell title={t('withdraw.title')} crumbs={[back, { text: t('withdraw.title') }]}>
      <H1>{t('withdraw.title')}</H1>
      <Text>{t('withdraw.says')}</Text>
      <Inset>
        <Words of={says === '' ? t('files.only') : says} />
      </Inset>
      <Form action={roomPaths.withdrawal(noteId)}>
        <Warning>{t('withdraw.consequence')}</Warning>
        <Button kind="warning">{t('withdraw.button')}</Button>
      </Form>
    </Shell>
  );
};
