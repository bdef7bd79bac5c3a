import { text } from '../../../platform/i18n/index.js';
import { Button, Card, Code, formatInstantDay, Form, H1, H2, H3, Lead, Shell, Text, usePage } from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';

export interface DeviceView {
  readonly agentId: string;
  readonly device: string;
  readonly toolName: string;
  readonly enrolledAt: Date;
  readonly boundHow: 'person' | 'hr_list' | null;
  readonly boundAt: Date | null;
}

export interface DevicesPageProps {
  readonly personId: string;
  readonly own: readonly DeviceView[];
  readonly waiting: readonly DeviceView[];
}

const Device = ({ of }: { readonly of: DeviceView }) => {
  const { language } = usePage();
  const t = text(agentsCatalogue, language);
  const { agentId, device, boundHow, boundAt } = of;
  return (
    <Card>
      <H3>{device}</H3>
      <Text>{t('devices.since', { tool: of.toolName, date: formatInstantDay(of.enrolledAt, language) })}</Text>
      {boundHow && boundAt ? <Text>{t(`devices.how.${boundHow}`, { date: formatInstantDay(boundAt, language) })}</Text> : null}
      <Form action={boundHow ? agentPaths.release(agentId) : agentPaths.confirm(agentId)} label={device}>
        <Button kind={boundHow ? 'secondary' : 'primary'}>{t(boundHow ? 'devices.release' : 'devices.confirm')}</Button>
      </Form>
    </Card>
  );
};

const Devices = ({ devices, empty }: { readonly devices: readonly DeviceView[]; readonly empty: string }) =>
  devices.length === 0 ? (
    <Text>{empty}</Text>
  ) : (
    <>
      {devices.map((device) => (
        <Device key={device.agentId} of={device} />
      ))}
    </>
  );

export const DevicesPage = ({ personId, own, waiting }: DevicesPageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  return (
    <Shell title={t('devices.title')}>
      <H1>{t('devices.title')}</H1>
      <Lead>{t('devices.lead')}</Lead>
      <H2>{t('devices.waiting')}</H2>
      {waiting.length > 0 ? <Text>{t('devices.waitingText')}</Text> : null}
      <Devices devices={waiting} empty={t('devices.waitingEmpty')} />
      <H2>{t('devices.mine')}</H2>
      <Devices devices={own} empty={t('devices.mineEmpty')} />
      <H2>{t('devices.own')}</H2>
      <Text>{t('devices.ownText')}</Text>
      <Text>
        <Code value={personId} plain copy />
      </Text>
    </Shell>
  );
};
