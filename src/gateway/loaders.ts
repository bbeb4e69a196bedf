/** One loader for each relation of the schema, made anew for each request: one statement per level, whatever the width. */
import { type DataSource } from 'typeorm';
import { listAgenciesByCode } from '../db/queries/list-agencies';
import { listAlertEvents, listAlertsById } from '../db/queries/alerts/list-alerts';
import { listAssessmentEvents } from '../db/queries/list-assessment-events';
import {
  listAssessments,
  listAssessmentsById,
  summariseAssessments,
  type AssessmentKey,
} from '../db/queries/list-assessments';
import { listCellEvidence } from '../db/queries/list-cell-evidence';
import { listCellComments, listCellHistory } from '../db/queries/list-cell-work';
import { listCommitments } from '../db/queries/list-commitments';
import { countChanges, countChangesByRule, listChanges, type ChangePlace } from '../db/queries/list-changes';
import { countChunks, listChunks } from '../db/queries/list-chunks';
import { listConnectors } from '../db/queries/list-connectors';
import { listDatasetsById } from '../db/queries/list-datasets';
import { listIndicators, listStandings } from '../db/queries/list-indicators';
import { countLinkedPairs, listLinkages, listLinkedPairs } from '../db/queries/list-linked-pairs';
import { listIocFeeds, listStageChanges } from '../db/queries/list-ioc-nodes';
import { listLocalitiesByCode, listPredecessors, listSuccessors } from '../db/queries/list-localities';
import { listFedCells, listMatrixCells, type CellRow } from '../db/queries/list-matrix-cells';
import { listPeriods } from '../db/queries/list-periods';
import { listProfiles } from '../db/queries/list-profiles';
import { listRejections } from '../db/queries/list-rejections';
import { listRunArtifacts, listRunEvents } from '../db/queries/list-run-details';
import { listRunProgress } from '../db/queries/list-run-progress';
import { listRunsById, listRunsOfDatasets, type Scope } from '../db/queries/list-runs';
import { countDecisions } from '../db/queries/list-review-tasks';
import { countVerdicts, listVerdicts } from '../db/queries/list-verdicts';
import { type Where } from '../db/where-sql';
import { type CellKey } from '../domain/matrix/cell-key';
import { byArguments, groupBy, manyByKey, oneByKey, type BatchOptions } from './batch';

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(db: DataSource, scope: Scope, options: BatchOptions) {
  return {
    ...codeListLoaders(db, options),
    ...matrixLoaders(db, options),
    ...assessmentLoaders(db, scope, options),
    ...indicatorLoaders(db, scope, options),
    ...datasetLoaders(db, scope, options),
    ...runLoaders(db, scope, options),
    ...linkageLoaders(db, options),
    ...alertLoaders(db, scope, options),
    ...iocLoaders(db, options),
  };
}

function codeListLoaders(db: DataSource, options: BatchOptions) {
  return {
    locality: oneByKey(
      options,
      (codes) => listLocalitiesByCode(db, codes),
      (row) => row.code,
    ),
    predecessors: manyByKey(
      options,
      (codes) => listPredecessors(db, codes),
      (row) => row.successorCode,
    ),
    successors: manyByKey(
      options,
      (codes) => listSuccessors(db, codes),
      (row) => row.predecessorCode,
    ),
    agency: oneByKey(
      options,
      (codes) => listAgenciesByCode(db, codes),
      (row) => row.code,
    ),
    period: oneByKey(
      options,
      () => listPeriods(db),
      (row) => row.code,
    ),
    connector: oneByKey(
      options,
      (keys) => listConnectors(db, keys),
      (row) => row.id,
    ),
  };
}

function matrixLoaders(db: DataSource, options: BatchOptions) {
  return {
    assessment: byArguments(options, async (keys: readonly AssessmentKey[], _given: object) => {
      const rows = await listAssessments(db, keys);
      return keys.map(
        (key) =>
          rows.find((row) => row.localityCode === key.localityCode && row.periodCode === key.periodCode) ??
          null,
      );
    }),
    /** The cells of an assessment, by the path of their item and the code of their column. */
    cells: byArguments(
      options,
      async (ids: readonly string[], { asOf }: { readonly asOf: string | null }) => {
        const rows = groupBy(await listMatrixCells(db, ids, asOf), (row) => row.assessmentId);
        return ids.map((id) => byItemAndColumn(rows.get(id) ?? []));
      },
    ),
    history: byArguments(options, (cells: readonly CellKey[], { last }: { readonly last: number }) =>
      listCellHistory(db, cells, last),
    ),
    comments: byArguments(options, (cells: readonly CellKey[], { first }: { readonly first: number }) =>
      listCellComments(db, cells, first),
    ),
    evidence: byArguments(
      options,
      (cells: readonly CellKey[], page: { readonly first: number; readonly after: string | null }) =>
        listCellEvidence(db, cells, page),
    ),
  };
}

const byAssessment = (row: { readonly assessmentId: string }) => row.assessmentId;

function assessmentLoaders(db: DataSource, scope: Scope, options: BatchOptions) {
  return {
    assessmentById: oneByKey(
      options,
      (ids) => listAssessmentsById(db, scope, ids),
      (row) => row.id,
    ),
    summary: oneByKey(options, (ids) => summariseAssessments(db, ids), byAssessment),
    assessmentEvents: manyByKey(options, (ids) => listAssessmentEvents(db, ids), byAssessment),
    commitments: manyByKey(options, (ids) => listCommitments(db, ids), byAssessment),
  };
}

function indicatorLoaders(db: DataSource, scope: Scope, options: BatchOptions) {
  return {
    /** By the form they belong to. */
    indicators: manyByKey(
      options,
      () => listIndicators(db, scope.localityCode),
      (row) => row.templateCode,
    ),
    standings: manyByKey(options, (ids) => listStandings(db, ids), byAssessment),
  };
}

function byItemAndColumn(cells: readonly CellRow[]): ReadonlyMap<string, ReadonlyMap<string, CellRow>> {
  const items = groupBy(cells, (cell) => cell.itemPath);
  return new Map(
    [...items].map(([path, row]) => [path, new Map(row.map((cell) => [cell.columnCode, cell]))]),
  );
}

interface NumberPage {
  readonly first: number;
  readonly after: number | null;
}

function datasetLoaders(db: DataSource, scope: Scope, options: BatchOptions) {
  return {
    dataset: oneByKey(
      options,
      (ids) => listDatasetsById(db, scope, ids),
      (row) => row.id,
    ),
    profile: oneByKey(
      options,
      (ids) => listProfiles(db, ids),
      (row) => row.datasetId,
    ),
    datasetRuns: byArguments(options, async (ids: readonly string[], given: { readonly first: number }) => {
      const runs = groupBy(
        await listRunsOfDatasets(db, scope, ids, given.first),
        (run) => run.datasetId ?? '',
      );
      return ids.map((id) => runs.get(id) ?? []);
    }),
    rejections: byArguments(options, async (ids: readonly string[], page: NumberPage) => {
      const pages = await listRejections(db, ids, page);
      return ids.map((id) => pages.find((found) => found.datasetId === id)!);
    }),
  };
}

const byRun = (row: { readonly runId: string }) => row.runId;

function runLoaders(db: DataSource, scope: Scope, options: BatchOptions) {
  return {
    run: oneByKey(
      options,
      (ids) => listRunsById(db, scope, ids),
      (row) => row.id,
    ),
    progress: oneByKey(options, (ids) => listRunProgress(db, ids), byRun),
    events: manyByKey(options, (ids) => listRunEvents(db, ids), byRun),
    artifacts: manyByKey(options, (ids) => listRunArtifacts(db, ids), byRun),
    fedCells: manyByKey(options, (ids) => listFedCells(db, ids), byRun),
    verdicts: byArguments(options, async (ids: readonly string[], given: VerdictPage) => {
      const verdicts = groupBy(await listVerdicts(db, ids, given.where, given), byRun);
      return ids.map((id) => verdicts.get(id) ?? []);
    }),
    chunks: byArguments(options, async (ids: readonly string[], page: NumberPage) => {
      const chunks = groupBy(await listChunks(db, ids, page), byRun);
      return ids.map((id) => chunks.get(id) ?? []);
    }),
    chunkCount: oneByKey(options, (ids) => countChunks(db, ids), byRun),
    decisionCounts: manyByKey(options, (ids) => countDecisions(db, ids), byRun),
    changeCounts: manyByKey(options, (ids) => countChangesByRule(db, ids), byRun),
    changes: byArguments(options, async (ids: readonly string[], given: ChangePage) => {
      const changes = groupBy(await listChanges(db, ids, given.where, given), byRun);
      return ids.map((id) => changes.get(id) ?? []);
    }),
    changeCount: byArguments(options, async (ids: readonly string[], given: Pick<ChangePage, 'where'>) => {
      const counts = new Map((await countChanges(db, ids, given.where)).map((row) => [row.runId, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    verdictCount: byArguments(options, async (ids: readonly string[], given: Pick<VerdictPage, 'where'>) => {
      const counts = new Map(
        (await countVerdicts(db, ids, given.where)).map((row) => [row.runId, row.count]),
      );
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  };
}

function alertLoaders(db: DataSource, scope: Scope, options: BatchOptions) {
  return {
    alert: oneByKey(
      // An alert is read again after it was changed in the same request.
      { ...options, cache: false },
      (ids) => listAlertsById(db, scope, ids),
      (row) => row.id,
    ),
    alertEvents: manyByKey(
      options,
      (ids) => listAlertEvents(db, ids),
      (row) => row.alertId,
    ),
  };
}

function linkageLoaders(db: DataSource, options: BatchOptions) {
  return {
    linkage: oneByKey(options, (ids) => listLinkages(db, ids), byRun),
    linkedPairs: byArguments(options, async (ids: readonly string[], given: VerdictPage) => {
      const pairs = groupBy(await listLinkedPairs(db, ids, given.where, given), byRun);
      return ids.map((id) => pairs.get(id) ?? []);
    }),
    linkedPairCount: byArguments(
      options,
      async (ids: readonly string[], given: Pick<VerdictPage, 'where'>) => {
        const counts = new Map(
          (await countLinkedPairs(db, ids, given.where)).map((row) => [row.runId, row.count]),
        );
        return ids.map((id) => counts.get(id) ?? 0);
      },
    ),
  };
}

const byLocality = (row: { readonly localityCode: string }) => row.localityCode;

function iocLoaders(db: DataSource, options: BatchOptions) {
  return {
    iocFeeds: manyByKey(options, (codes) => listIocFeeds(db, codes), byLocality),
    stageChanges: byArguments(options, async (codes: readonly string[], given: { readonly last: number }) => {
      const changes = groupBy(await listStageChanges(db, codes, given.last), byLocality);
      return codes.map((code) => changes.get(code) ?? []);
    }),
  };
}

interface ChangePage {
  readonly first: number;
  readonly after: ChangePlace | null;
  readonly where: Where | null;
}

interface VerdictPage extends NumberPage {
  readonly where: Where | null;
}
