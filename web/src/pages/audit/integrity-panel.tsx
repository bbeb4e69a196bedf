/** Says whether the audit trail is as it was sealed; checked when the page opens and whenever asked. */
import { AuditIntegrityDocument } from '../../../generated/audit-integrity';
import { type AuditIntegrityQuery } from '../../../generated/types';
import { useHub } from '../../hub/use-hub';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { Answer, Skeleton } from '../../parts/states';
import { formatMoment, formatNumber } from '../../shared/format';
import { useAuditMessages } from './audit-messages';

function Verdict({ integrity }: { integrity: AuditIntegrityQuery['auditIntegrity'] }) {
  const say = useAuditMessages();
  const { intact, seals, sealedEntries, unsealedEntries, brokenFrom, brokenTo } = integrity;
  if (!intact) return <Notice tone="bad">{say.broken(brokenFrom ?? '', brokenTo ?? '')}</Notice>;
  if (seals === 0) return <Notice tone="info">{say.noSeals}</Notice>;
  return (
    <Notice tone="good">
      {say.intact(formatNumber(sealedEntries))}{' '}
      {unsealedEntries > 0 && say.unsealed(formatNumber(unsealedEntries))}
    </Notice>
  );
}

export function IntegrityPanel() {
  const say = useAuditMessages();
  const query = useHub(AuditIntegrityDocument, {});
  return (
    <section className="integrity" aria-label={say.integrity}>
      <Answer query={query} skeleton={<Skeleton lines={1} />}>
        {({ auditIntegrity }) => (
          <>
            <Verdict integrity={auditIntegrity} />
            {auditIntegrity.sealedAt && (
              <span className="soft small">
                {say.sealedAt}: {formatMoment(auditIntegrity.sealedAt, true)}
              </span>
            )}
          </>
        )}
      </Answer>
      <Button small icon="refresh" isPending={query.isFetching} onPress={() => void query.refetch()}>
        {say.check}
      </Button>
    </section>
  );
}
