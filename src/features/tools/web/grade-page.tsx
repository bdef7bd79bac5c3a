import { Button, type Choice, DateField, Field, Inset, Link, Radios, Select, Text, usePage } from '../../../platform/ui/index.js';
import { INDIVIDUAL_GROUNDS } from '../../../policy/index.js';
import { choices } from '../declarations/choices.catalogue.js';
import type { TypedGrade, TypedView } from '../declarations/domain/single-forms.js';
import { toolPaths } from '../tools.paths.js';
import { askedAgain, DeclaredFrame, type DeclaredFrameProps, fieldAt, useFormsText } from './declared-frame.js';

type Frame = Omit<DeclaredFrameProps, 'page' | 'children'>;
export interface GradePageProps extends Frame {
  readonly typed: TypedGrade;
  readonly grade: string;
  readonly files: readonly Choice[];
}

/** What stops the tool, how fast, and what nobody here can stop; the way itself is chosen among the questions. */
export const GradePage = ({ typed, grade, files, ...frame }: GradePageProps) => {
  const t = useFormsText();
  const { errors, place } = frame;
  const area = (name: keyof TypedGrade) =>
    ({ ...fieldAt(name, errors), type: 'textarea', rows: 3, limit: 2000, value: typed[name] }) as const;
  const questions = {
    stopsHow: t('grade.stopsHow'),
    stopsWithinMinutes: t('grade.minutes'),
    cannotStop: t('grade.cannotStop'),
    evidence: t('grade.evidence'),
    evidenceFileId: t('grade.file'),
    testedOn: t('grade.testedOn'),
  };
  return (
    <DeclaredFrame {...frame} page="grade" errors={askedAgain(errors, questions)}>
      <Inset>
        <Text>{t('grade.now', { grade })}</Text>
        <Link href={toolPaths.registerSection(place.toolId, place.number, 'security')}>{t('grade.change')}</Link>
      </Inset>
      <Field {...area('stopsHow')} label={t('grade.stopsHow')} hint={t('grade.stopsHowHint')} />
      <Field
        {...fieldAt('stopsWithinMinutes', errors)}
        type="number"
        width={5}
        label={t('grade.minutes')}
        value={typed.stopsWithinMinutes}
      />
      <Field {...area('cannotStop')} label={t('grade.cannotStop')} hint={t('grade.cannotStopHint')} />
      <Field {...area('evidence')} label={t('grade.evidence')} />
      {files.length > 0 ? (
        <Select
          {...fieldAt('evidenceFileId', errors)}
          label={t('grade.file')}
          none={t('grade.fileNone')}
          items={files}
          value={typed.evidenceFileId}
        />
      ) : null}
      <DateField {...fieldAt('testedOn', errors)} label={t('grade.testedOn')} value={typed.testedOn} />
      <Button name="_save" value="yes">
        {t('save')}
      </Button>
    </DeclaredFrame>
  );
};

export interface IndividualPageProps extends Frame {
  readonly typed: TypedView;
  readonly purposes: readonly Choice[];
}

/** Whether one person may be looked at. Without a yes here, nobody ever can. */
export const IndividualPage = ({ typed, purposes, ...frame }: IndividualPageProps) => {
  const t = useFormsText();
  const { language } = usePage();
  const { errors } = frame;
  const questions = { allowed: t('view.allowed'), purpose: t('view.purpose'), grounds: t('view.grounds'), maxHours: t('view.maxHours') };
  return (
    <DeclaredFrame {...frame} page="individual-view" errors={askedAgain(errors, questions)}>
      <Radios
        {...fieldAt('allowed', errors)}
        label={t('view.allowed')}
        value={typed.allowed}
        items={[
          { value: 'no', text: t('view.no') },
          { value: 'yes', text: t('view.yes') },
        ]}
      />
      <Select {...fieldAt('purpose', errors)} label={t('view.purpose')} items={purposes} value={typed.purpose} />
      <Radios
        {...fieldAt('grounds', errors)}
        label={t('view.grounds')}
        value={typed.grounds}
        items={choices(INDIVIDUAL_GROUNDS, language)}
      />
      <Field {...fieldAt('maxHours', errors)} type="number" width={4} label={t('view.maxHours')} value={typed.maxHours} />
      <Button name="_save" value="yes">
        {t('save')}
      </Button>
    </DeclaredFrame>
  );
};
