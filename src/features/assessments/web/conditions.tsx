import type { Actor } from '../../../kernel/actor.js';
import {
  Button,
  Card,
  errorOf,
  Field,
  type FieldError,
  Form,
  H2,
  H3,
  Hidden,
  Small,
  Stack,
  type State,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { limitText } from '../../tools/index.js';
import { advicePaths } from '../assessments.paths.js';
import type { ConditionView } from '../conditions.service.js';
import { type ConditionActKind, mayFollow } from '../domain/conditions.js';
import { type Of, useAdviceText } from './frame.js';

export interface ConditionsProps {
  readonly of: Of;
  readonly role: Actor['role'];
  readonly conditions: readonly ConditionView[];
  /** The act that was refused for want of a reason: its condition, its kind, and what was typed. */
  readonly typed?: { readonly conditionId: string; readonly kind: string; readonly reason: string };
  readonly errors?: readonly FieldError[];
}

const TAGS: Readonly<Record<ConditionView['state'], State>> = {
  open: 'blocked',
  carried_out: 'waiting',
  confirmed: 'met',
  refused: 'warning',
  kept: 'met',
};
const ACTS: Readonly<Partial<Record<Actor['role'], readonly ConditionActKind[]>>> = {
  hr_registrar: ['carried_out'],
  director: ['refused'],
  dpo: ['confirmed', 'reopened'],
};
const HINTS = {
  carried_out: 'do.carriedOutHint',
  refused: 'do.refusedHint',
  confirmed: 'do.confirmedHint',
  reopened: 'do.refusedHint',
} as const;

interface ActProps extends Pick<ConditionsProps, 'of' | 'typed' | 'errors'> {
  readonly view: ConditionView;
  readonly kind: ConditionActKind;
}
/** The name of a field on a page with several such forms: a page's ids are unique. */
export const reasonField = (conditionId: string, kind: string): string => `reason-${conditionId}-${kind}`;

const Act = ({ of, view, kind, typed, errors }: ActProps) => {
  const t = useAdviceText();
  const { id } = view.condition;
  const field = reasonField(id, kind);
  const isTyped = typed?.conditionId === id && typed.kind === kind;
  return (
    <Form action={advicePaths.condition(of.toolId, of.number, id)} label={t(`do.${kind}`)}>
      <Hidden name="kind" value={kind} />
      <Field
        name={field}
        type="textarea"
        rows={2}
        label={t('do.reason')}
        hint={kind === 'reopened' ? undefined : t(HINTS[kind])}
        limit={2000}
        value={isTyped ? typed.reason : ''}
        error={errorOf(errors, field)}
      />
      <Button kind="secondary">{t(`do.${kind}`)}</Button>
    </Form>
  );
};

const Amend = ({ of, conditionId }: { readonly of: Of; readonly conditionId: string }) => {
  const t = useAdviceText();
  return (
    <Form action={advicePaths.amendment(of.toolId, of.number, conditionId)}>
      <Small>{t('do.amendHint')}</Small>
      <Button>{t('do.amend')}</Button>
    </Form>
  );
};

const One = ({ of, role, view, typed, errors }: Omit<ConditionsProps, 'conditions'> & { readonly view: ConditionView }) => {
  const t = useAdviceText();
  const { language } = usePage();
  const { condition, state, reasons } = view;
  const acted = state === 'kept' ? 'open' : state;
  const acts = (ACTS[role] ?? []).filter((kind) => state !== 'kept' && mayFollow(kind, acted));
  return (
    <Card id={condition.id}>
      <H3>{condition.text}</H3>
      <Text>
        <Tag kind={TAGS[state]}>{t(`state.${state}`)}</Tag>
      </Text>
      {condition.limit ? <Text>{limitText(condition.limit, language)}</Text> : null}
      {reasons.map((one, at) => (
        <Text key={at}>
          {t(`act.${one.kind}`)}, <Time at={one.at} />: {one.reason}
        </Text>
      ))}
      {role === 'hr_registrar' && state === 'open' ? <Amend of={of} conditionId={condition.id} /> : null}
      {acts.map((kind) => (
        <Act key={kind} {...{ of, view, kind, typed, errors }} />
      ))}
    </Card>
  );
};

export const Conditions = ({ conditions, ...props }: ConditionsProps) => {
  const t = useAdviceText();
  return (
    <>
      <H2>{t('show.conditions')}</H2>
      {conditions.length === 0 ? <Text>{t('show.noConditions')}</Text> : null}
      <Stack>
        {conditions.map((view) => (
          <One key={view.condition.id} view={view} {...props} />
        ))}
      </Stack>
    </>
  );
};
