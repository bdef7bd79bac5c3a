import { dayOf } from '../../../kernel/clock.js';
import { formatDay, text } from '../../../platform/i18n/index.js';
import { Button, errorOf, Field, type FieldError, Form, H2, Radios, Table, Tag, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { ByMachine } from '../domain/duties.js';
import type { ShownDuty } from '../objection-views.js';
import { procedureCatalogue } from '../procedure.catalogue.js';

const useText = () => text(procedureCatalogue, usePage().language);

/** What happens here by itself. */
const ByItself = ({ done }: { readonly done: ByMachine }) => {
  const t = useText();
  const { language } = usePage();
  if (done.kind === 'held') return <Text>{t('auto.held', { date: formatDay(done.until, language) })}</Text>;
  if (done.kind === 'erased' || done.kind === 'nothing')
    return <Text>{t(`auto.${done.kind}`, { date: formatDay(dayOf(done.at), language) })}</Text>;
  return <Text>{t(`auto.${done.kind}`)}</Text>;
};

const stateOf = ({ done, isOverdue }: ShownDuty): readonly ['met' | 'blocked' | 'waiting', 'duty.done' | 'duty.late' | 'duty.open'] => {
  if (done) return ['met', 'duty.done'];
  return isOverdue ? ['blocked', 'duty.late'] : ['waiting', 'duty.open'];
};

const DutyTable = ({ duties, caption }: { readonly duties: readonly ShownDuty[]; readonly caption: string }) => {
  const t = useText();
  return (
    <Table
      caption={caption}
      captionHidden
      stacks
      head={[t('duty.head'), t('duty.state'), t('duty.due')]}
      rows={duties.map((one) => {
        const [tag, key] = stateOf(one);
        return [
          <>
            {t(`duty.${one.duty}`)}
            {one.byMachine ? <ByItself done={one.byMachine} /> : null}
            {one.done ? <Text>{one.done.note}</Text> : null}
          </>,
          <Tag kind={tag}>{t(key)}</Tag>,
          one.done ? <Time at={one.done.at} /> : <Time on={one.dueOn} />,
        ];
      })}
    />
  );
};

/** To the person: what was done, and by when the rest is. */
export const OwnDuties = ({ duties }: { readonly duties: readonly ShownDuty[] }) => {
  const t = useText();
  if (duties.length === 0) return null;
  return (
    <section>
      <H2>{t('duties.title')}</H2>
      <DutyTable duties={duties} caption={t('duties.title')} />
    </section>
  );
};

interface HandlerDutiesProps {
  readonly duties: readonly ShownDuty[];
  readonly action: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
/** To the handler: what must be done where the data are, and a form to record it. */
export const HandlerDuties = ({ duties, action, typed, errors }: HandlerDutiesProps) => {
  const t = useText();
  if (duties.length === 0) return null;
  const open = duties.filter(({ done }) => done === null);
  return (
    <section>
      <H2>{t('duties.handlerTitle')}</H2>
      <Text>{t('duties.handlerText')}</Text>
      <DutyTable duties={duties} caption={t('duties.handlerTitle')} />
      {open.length > 0 ? (
        <Form action={action} label={t('duty.save')}>
          <Radios
            name="duty"
            label={t('duty.choose')}
            items={open.map(({ duty }) => ({ value: duty, text: t(`duty.${duty}`) }))}
            value={typed?.['duty']}
            error={errorOf(errors, 'duty')}
          />
          <Field
            name="note"
            type="textarea"
            label={t('duty.note')}
            hint={t('duty.noteHint')}
            limit={2000}
            rows={3}
            value={typed?.['note']}
            error={errorOf(errors, 'note')}
          />
          <Button kind="secondary">{t('duty.save')}</Button>
        </Form>
      ) : null}
    </section>
  );
};
