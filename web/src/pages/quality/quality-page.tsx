/** The quality report of a dataset or a run, to be read, printed and taken along as a file. */
import { useMutation } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { QualityReportDocument } from '../../../generated/quality-report';
import { type HubError } from '../../hub/hub-error';
import { useHub } from '../../hub/use-hub';
import { Button, LinkButton } from '../../parts/button';
import { Figures } from '../../parts/figures';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { SourceLine } from '../../parts/source-line';
import { Answer, EmptyState, ErrorPanel } from '../../parts/states';
import { VerdictSplit } from '../../parts/verdict';
import { downloadFile } from '../../hub/files';
import { formatNumber, formatShare } from '../../shared/format';
import { DimensionsPanel, type Report } from './dimensions-panel';
import { useQualityMessages } from './quality-messages';
import { RulesTable, SamplesTable, TrendTable } from './report-tables';
import './quality.css';

function Actions({ report }: { report: Report }) {
  const say = useQualityMessages();
  const download = useMutation<void, HubError, 'jsonUrl' | 'xlsxUrl'>({
    mutationFn: (which) => {
      const { pathname } = new URL(report[which]);
      return downloadFile(pathname, pathname.split('/').at(-1) ?? 'report');
    },
  });
  return (
    <>
      {download.error && <ErrorPanel error={download.error} />}
      <Button icon="print" onPress={() => window.print()}>
        {say.print}
      </Button>
      <Button icon="download" onPress={() => download.mutate('xlsxUrl')}>
        {say.xlsx}
      </Button>
      <Button icon="download" onPress={() => download.mutate('jsonUrl')}>
        {say.json}
      </Button>
      <LinkButton href={`/data/${report.dataset.id}`}>{say.back}</LinkButton>
    </>
  );
}

function ReportView({ report }: { report: Report }) {
  const say = useQualityMessages();
  const { rows } = report.dataset;
  const verdicts = report.verdicts.map(({ verdict, count }) => ({ verdict, count }));
  const effective = report.verdicts.map((one) => ({ verdict: one.verdict, count: one.effective }));
  const isReviewed = report.verdicts.some((one) => one.count !== one.effective);
  const finishedAt = report.runs.map((run) => run.finishedAt).filter((at) => at !== null);
  return (
    <>
      <Panel title={report.dataset.name}>
        <Figures
          figures={[
            { name: say.physical, value: formatNumber(rows.physical) },
            { name: say.accepted, value: formatNumber(rows.accepted) },
            { name: say.rejected, value: formatNumber(rows.rejected) },
            { name: say.usable, value: formatShare(report.accepted?.value) },
          ]}
        />
        <SourceLine at={finishedAt.sort().at(-1) ?? null} source={say.source} simulated={report.simulated} />
      </Panel>
      <DimensionsPanel report={report} />
      {report.trend.length > 0 && <TrendTable report={report} />}
      {report.verdicts.length > 0 && (
        <div className="columns-2">
          <Panel title={say.verdicts}>
            <VerdictSplit counts={verdicts} />
          </Panel>
          {isReviewed && (
            <Panel title={say.effective}>
              <VerdictSplit counts={effective} />
            </Panel>
          )}
        </div>
      )}
      <RulesTable rules={report.rules} />
      {report.samples.length > 0 && <SamplesTable samples={report.samples} rules={report.rules} />}
      {report.simulated && <p className="print-footer">{say.footer}</p>}
    </>
  );
}

export function QualityPage() {
  const say = useQualityMessages();
  const { of = '', id = '' } = useParams<{ of: string; id: string }>();
  const query = useHub(QualityReportDocument, of === 'run' ? { runId: id } : { datasetId: id });
  const report = query.data?.qualityReport;
  return (
    <div className="page quality-page">
      <PageHead title={report ? say.title(report.dataset.name) : say.fallback}>
        {report && <Actions report={report} />}
      </PageHead>
      <Answer query={query}>
        {() =>
          report ? (
            <ReportView report={report} />
          ) : (
            <EmptyState title={say.missing}>
              <p>{say.missingNext}</p>
            </EmptyState>
          )
        }
      </Answer>
    </div>
  );
}
