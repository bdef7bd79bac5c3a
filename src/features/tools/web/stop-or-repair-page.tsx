import { Button, DateField, errorOf, Form, Inset, Lead, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import type { ToolRow } from '../version.js';
import { ToolPage, useToolsText } from './frame.js';

export interface StopOrRepairProps {
  readonly tool: ToolRow;
  readonly typed?: string;
  readonly idempotencyKey: string;
  readonly errors?: readonly FieldError[];
}

export const StopOrRepairPage = ({ tool, typed, idempotencyKey, errors }: StopOrRepairProps) => {
  const t = useToolsText();
  return (
    <ToolPage title={t('repair')} caption={tool.name} crumbs={[{ text: tool.name, href: toolPaths.dossier(tool.id) }]} errors={errors}>
      <Lead>{t('repairLead')}</Lead>
      <Form action={toolPaths.stopOrRepair(tool.id)} idempotencyKey={idempotencyKey}>
        <DateField name="on" label={t('repairOn')} value={typed ?? tool.stopOrRepairOn} error={errorOf(errors, 'on')} />
        <Inset>{t('repairConsequence')}</Inset>
        <Button>{t('repairDo')}</Button>
      </Form>
    </ToolPage>
  );
};
