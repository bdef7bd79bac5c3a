import { Banner, Button, Diff, Form, H2, Inset, Table, Tag, Text, type DiffRow } from '../../../platform/ui/index.js';
import type { MeasuredRow } from '../measured-view.js';
import { toolPaths } from '../tools.paths.js';
import { MeasuredTable, Needed, type RaisedView, RaisedNotes, RaiseForm, type RaiseView } from './change-parts.js';
import { ToolPage, useToolsText } from './frame.js';

export interface CarriageView {
  /** Null as long as nobody proposed it. */
  readonly id: string | null;
  readonly conditions: readonly {
    readonly text: string;
    readonly body: 'dpo' | 'council';
    readonly state: 'machine' | 'confirmed' | 'waits';
  }[];
  readonly isComplete: boolean;
  readonly isDpiaStated: boolean;
  /** What the reader can do now. */
  readonly act: 'propose' | 'state' | 'confirm' | null;
}
export interface DiffProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly DiffRow[];
  readonly measured: readonly MeasuredRow[];
  readonly raised: readonly RaisedView[];
  /** Only to the DPO, on a version and the one it follows. */
  readonly raise: RaiseView | null;
  readonly carriage: CarriageView | null;
  readonly idempotencyKey: string;
}

const CarriageAct = ({
  toolId,
  from,
  to,
  carriage,
  idempotencyKey,
}: Pick<DiffProps, 'toolId' | 'from' | 'to' | 'carriage' | 'idempotencyKey'>) => {
  const t = useToolsText();
  if (!carriage?.act) return null;
  const id = carriage.id ?? '';
  const acts = {
    propose: { action: toolPaths.carriage(toolId, to), consequence: t('carriageProposeConsequence'), text: t('carriagePropose') },
    state: { action: toolPaths.carriageStatement(id), consequence: t('carriageStateConsequence', { from, to }), text: t('carriageState2') },
    confirm: {
      action: toolPaths.carriageConfirmation(id),
      consequence: t('carriageConfirmConsequence', { from, to }),
      text: t('carriageConfirmDo'),
    },
  } as const;
  const act = acts[carriage.act];
  return (
    <Form action={act.action} idempotencyKey={idempotencyKey}>
      <Inset>{act.consequence}</Inset>
      <Button>{act.text}</Button>
    </Form>
  );
};

const CarriagePart = (props: DiffProps) => {
  const t = useToolsText();
  const { carriage, from } = props;
  if (!carriage) return null;
  const words = { machine: t('carriageMachine'), confirmed: t('carriageConfirmed'), waits: t('carriageWaits') } as const;
  const tags = { machine: 'met', confirmed: 'met', waits: 'waiting' } as const;
  return (
    <>
      <H2>{t('carriage')}</H2>
      {carriage.isComplete ? <Banner kind="success">{t('carriageDone', { from })}</Banner> : <Text>{t('carriageLead')}</Text>}
      <Table
        caption={t('carriage')}
        captionHidden
        head={[t('carriageCondition'), t('carriageBody'), t('carriageState')]}
        rows={carriage.conditions.map((one) => [one.text, t(`carriage.${one.body}`), <Tag kind={tags[one.state]}>{words[one.state]}</Tag>])}
      />
      {carriage.id && !carriage.isDpiaStated ? <Text>{t('carriageDpiaWaits')}</Text> : null}
      <CarriageAct {...props} />
    </>
  );
};

export const DiffPage = (props: DiffProps) => {
  const t = useToolsText();
  const { toolId, toolName, from, to, rows, carriage, raise } = props;
  return (
    <ToolPage
      title={t('diff', { from, to })}
      caption={toolName}
      errors={raise?.errors}
      crumbs={[
        { text: toolName, href: toolPaths.dossier(toolId) },
        { text: t('versions'), href: toolPaths.versions(toolId) },
      ]}
    >
      <Needed rows={rows} isCarried={carriage?.isComplete ?? false} />
      <Diff caption={t('diffCaption')} rows={rows} empty={t('diffEmpty')} />
      <Text>{t('diffNobody')}</Text>
      <RaisedNotes raised={props.raised} />
      <MeasuredTable rows={props.measured} from={from} to={to} />
      <RaiseForm toolId={toolId} number={to} raise={raise} idempotencyKey={props.idempotencyKey} />
      <CarriagePart {...props} />
    </ToolPage>
  );
};
