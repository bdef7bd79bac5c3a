import { Banner, ButtonGroup, ButtonLink, Details, H2, Link, Tag, Text, usePage } from '../../../platform/ui/index.js';
import { formatInstant, text } from '../../../platform/i18n/index.js';
import { namesOf } from '../../people/index.js';
import type { CasePart, SeenCase } from '../case/case-part.js';
import { consultationPaths } from '../consultation.paths.js';
import { officersOf } from '../domain/body.js';
import { pendingDecisionOn } from '../domain/standing-acts.js';
import { signatureCatalogue } from './signature.catalogue.js';
import { type PaperSignature, signaturesOn } from './signature.repository.js';
import { witnessesOf } from './witnesses.js';

interface Signed {
  readonly seen: SeenCase;
  readonly signatures: readonly PaperSignature[];
  readonly names: ReadonlyMap<string, string>;
}
const useWords = () => text(signatureCatalogue, usePage().language);

const Scan = ({ signature, names }: { readonly signature: PaperSignature; readonly names: Signed['names'] }) => {
  const t = useWords();
  const { language } = usePage();
  const name = (id: string | null): string => names.get(id ?? '') ?? '…';
  const values = { signer: name(signature.signedBy), witness: name(signature.confirmedBy) };
  return (
    <section>
      {signature.confirmedAt ? (
        <>
          <Tag kind="met">{t('part.done')}</Tag>
          <Text>{t('part.doneText', { ...values, when: formatInstant(signature.confirmedAt, language) })}</Text>
        </>
      ) : (
        <Text>{t(signature.rejectedAt ? 'part.rejected' : 'part.waits')}</Text>
      )}
      <Text>
        <Link href={consultationPaths.scan(signature.id)}>{t('part.scan')}</Link>
      </Text>
    </section>
  );
};

const OnPaper = ({ seen, signatures, names }: Signed) => {
  const t = useWords();
  const { request, actor } = seen;
  const pending = pendingDecisionOn(seen.inHand.file, request.id);
  const waiting = signatures.find(({ confirmedAt, rejectedAt }) => !confirmedAt && !rejectedAt);
  const mayAdd = pending && !waiting && officersOf(request.body).some((role) => role === actor.role);
  const concerned = [pending?.recordedBy, waiting?.uploadedBy, waiting?.signedBy].includes(actor.personId ?? '');
  const mayCheck = pending && waiting && !concerned && witnessesOf(request.body).some((role) => role === actor.role);
  const shown = signatures.map((one) => <Scan key={one.id} signature={one} names={names} />);
  if (!mayAdd && signatures.length === 0) return null;
  return (
    <section id="by-hand">
      {signatures.length > 0 ? <H2>{t('part.heading')}</H2> : null}
      {shown}
      {mayCheck ? (
        <Banner kind="warning" heading={t('part.check')}>
          <ButtonLink href={consultationPaths.handCheck(request.id)}>{t('part.check')}</ButtonLink>
        </Banner>
      ) : null}
      {mayAdd ? (
        <Details summary={t('part.heading')}>
          <Text>{t('part.lead')}</Text>
          <Text>
            <Link href={consultationPaths.casePaper(request.id, 'sheet')}>{t('part.sheet')}</Link>
          </Text>
          <ButtonGroup>
            <ButtonLink href={consultationPaths.handSigning(request.id)} kind="secondary">
              {t('part.add')}
            </ButtonLink>
          </ButtonGroup>
        </Details>
      ) : null}
    </section>
  );
};

/** Signatures by hand under the decision: who signed, who compared, the scan; for officers the way to one. */
export const handSignatures: CasePart = async (tx, seen) => {
  const signatures = await signaturesOn(tx, seen.request.id);
  const people = signatures.flatMap(({ signedBy, confirmedBy }) => [signedBy, confirmedBy ?? signedBy]);
  return <OnPaper seen={seen} signatures={signatures} names={await namesOf(tx, [...new Set(people)])} />;
};
