/** One call of each root field of the schema, and the least role that it takes. */
import { randomUUID } from 'node:crypto';

export const ROLES = ['nobody', 'viewer', 'operator', 'steward', 'admin'] as const;

const ID = randomUUID();

export const FIELDS: Record<string, readonly [text: string, least: (typeof ROLES)[number]]> = {
  'Query.serverInfo': ['{ serverInfo { version } }', 'nobody'],
  'Query.me': ['{ me { role } }', 'viewer'],
  'Query.matrix': ['{ matrix { id } }', 'viewer'],
  'Query.localities': ['{ localities { code } }', 'viewer'],
  'Query.periods': ['{ periods { code } }', 'viewer'],
  'Query.connectors': ['{ connectors { id } }', 'viewer'],
  'Query.datasets': ['{ datasets { totalCount } }', 'viewer'],
  'Query.dataset': [`{ dataset(id: "${ID}") { id } }`, 'viewer'],
  'Query.runs': ['{ runs { totalCount } }', 'viewer'],
  'Query.run': [`{ run(id: "${ID}") { id } }`, 'viewer'],
  'Query.iocNodes': ['{ iocNodes { stage } }', 'viewer'],
  'Query.iocNode': ['{ iocNode(locality: "48") { stage } }', 'viewer'],
  'Mutation.setSchedule': [
    'mutation { setSchedule(input: { connector: "x", cron: "* * * * *" }) { ... on Refusal { code } } }',
    'steward',
  ],
  'Mutation.pauseSchedule': ['mutation { pauseSchedule(id: "x") { ... on Refusal { code } } }', 'steward'],
  'Mutation.resumeSchedule': ['mutation { resumeSchedule(id: "x") { ... on Refusal { code } } }', 'steward'],
  'Mutation.deleteSchedule': ['mutation { deleteSchedule(id: "x") { ... on Refusal { code } } }', 'steward'],
  'Mutation.triggerSchedule': [
    'mutation { triggerSchedule(id: "x") { ... on Refusal { code } } }',
    'operator',
  ],
  'Query.simulator': ['{ simulator { scenario } }', 'viewer'],
  'Mutation.loadScenario': [
    'mutation { loadScenario(name: "none") { ... on Refusal { code } } }',
    'operator',
  ],
  'Query.schedules': ['{ schedules { id } }', 'viewer'],
  'Query.assessments': ['{ assessments { totalCount } }', 'viewer'],
  'Query.cell': ['{ cell(id: "VN.2025-H1/A.1/BENEFIT_CITIZEN") { id } }', 'viewer'],
  'Query.agencies': ['{ agencies { code } }', 'viewer'],
  'Query.search': ['{ search(text: "IOC") { excerpt } }', 'viewer'],
  'Mutation.updateCellText': [
    'mutation { updateCellText(id: "x", version: 1) { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.setCellStatus': [
    'mutation { setCellStatus(id: "x", version: 1, reason: "y") { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.setCellTags': [
    'mutation { setCellTags(id: "x", version: 1, tags: []) { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.setCellOwner': [
    'mutation { setCellOwner(id: "x", version: 1) { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.toggleFollowUp': [
    'mutation { toggleFollowUp(id: "x", followUp: true) { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.commentCell': [
    'mutation { commentCell(id: "x", text: "y") { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.addCommitment': [
    `mutation { addCommitment(place: { assessmentId: "x", itemPath: "y" }, input: { action: "z", dimension: "DATA" }) { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.updateCommitment': [
    `mutation { updateCommitment(id: "${ID}", version: 1, input: { action: "z", dimension: "DATA" }) { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.submitAssessment': [
    'mutation { submitAssessment(id: "x") { ... on Refusal { code } } }',
    'operator',
  ],
  'Mutation.acceptAssessment': [
    'mutation { acceptAssessment(id: "x") { ... on Refusal { code } } }',
    'steward',
  ],
  'Mutation.publishAssessment': [
    'mutation { publishAssessment(id: "x") { ... on Refusal { code } } }',
    'steward',
  ],
  'Mutation.returnAssessment': [
    'mutation { returnAssessment(id: "x", reason: "y") { ... on Refusal { code } } }',
    'steward',
  ],
  'Mutation.openPeriod': ['mutation { openPeriod(code: "x") { ... on Refusal { code } } }', 'admin'],
  'Query.apiKeys': ['{ apiKeys { id } }', 'admin'],
  'Query.auditEntries': ['{ auditEntries(first: 1) { totalCount } }', 'admin'],
  'Query.auditActions': ['{ auditActions }', 'admin'],
  'Query.auditIntegrity': ['{ auditIntegrity { intact } }', 'admin'],
  'Query.systemHealth': ['{ systemHealth { waiting } }', 'admin'],
  'Mutation.createApiKey': [
    'mutation { createApiKey(input: { label: "x", role: VIEWER }) { ... on Refusal { code } } }',
    'admin',
  ],
  'Mutation.revokeApiKey': [`mutation { revokeApiKey(id: "${ID}") { ... on Refusal { code } } }`, 'admin'],
  'Query.metricCatalog': ['{ metricCatalog { code } }', 'viewer'],
  'Query.matrixCoverage': ['{ matrixCoverage { item { path } } }', 'viewer'],
  'Query.matrixCellsFlat': ['{ matrixCellsFlat(limit: 1) { item } }', 'viewer'],
  'Query.heatmapFlat': ['{ heatmapFlat { row } }', 'viewer'],
  'Query.metricPointsFlat': ['{ metricPointsFlat { value } }', 'viewer'],
  'Query.metricSeries': [
    '{ metricSeries(indicator: "MATCH_RATE", from: "2025-07-01T00:00:00Z", to: "2025-07-09T00:00:00Z") { value } }',
    'viewer',
  ],
  'Query.connectorStatusFlat': ['{ connectorStatusFlat { connector } }', 'viewer'],
  'Query.aggregate': ['{ aggregate(source: RUNS, limit: 1) { truncated } }', 'viewer'],
  'Query.whatIf': [
    '{ whatIf(input: { assessment: "VN.2025-H2", assume: [{ indicator: "MATCH_RATE", value: 1 }] }) { concerned } }',
    'viewer',
  ],
  'Query.iocStatusFlat': ['{ iocStatusFlat { locality } }', 'viewer'],
  'Query.alerts': ['{ alerts { totalCount } }', 'viewer'],
  'Query.alertsFlat': ['{ alertsFlat { id } }', 'viewer'],
  'Query.alertRules': ['{ alertRules { code } }', 'viewer'],
  'Query.maintenanceWindows': ['{ maintenanceWindows { id } }', 'viewer'],
  'Query.webhooks': ['{ webhooks { id } }', 'admin'],
  'Mutation.acknowledgeAlert': [
    `mutation { acknowledgeAlert(id: "${ID}") { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.muteAlert': [
    `mutation { muteAlert(id: "${ID}", until: "2099-01-01T00:00:00Z", reason: "x") { ... on Refusal { code } } }`,
    'steward',
  ],
  'Mutation.setAlertRule': [
    'mutation { setAlertRule(code: "x", input: {}) { ... on Refusal { code } } }',
    'admin',
  ],
  'Mutation.addMaintenanceWindow': [
    'mutation { addMaintenanceWindow(input: { endsAt: "2020-01-01T00:00:00Z", reason: "x" }) { ... on Refusal { code } } }',
    'steward',
  ],
  'Mutation.endMaintenanceWindow': [
    `mutation { endMaintenanceWindow(id: "${ID}") { ... on Refusal { code } } }`,
    'steward',
  ],
  'Mutation.setWebhook': [
    'mutation { setWebhook(input: { label: "x", url: "ftp://x" }) { ... on Refusal { code } } }',
    'admin',
  ],
  'Mutation.removeWebhook': [`mutation { removeWebhook(id: "${ID}") { ... on Refusal { code } } }`, 'admin'],
  'Mutation.tryWebhook': [`mutation { tryWebhook(id: "${ID}") { ... on Refusal { code } } }`, 'admin'],
  'Mutation.importMatrix': [
    `mutation { importMatrix(uploadId: "${ID}", assessment: "x") { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.importObservations': [
    `mutation { importObservations(uploadId: "${ID}") { ... on Refusal { code } } }`,
    'operator',
  ],
  'Query.linkageModels': ['{ linkageModels { id } }', 'viewer'],
  'Mutation.startLinkage': [
    `mutation { startLinkage(input: { datasetId: "${ID}", idempotencyKey: "z" }) { ... on Refusal { code } } }`,
    'operator',
  ],
  'Query.uploadPreview': [`{ uploadPreview(id: "${ID}") { ... on Refusal { code } } }`, 'viewer'],
  'Mutation.setConnectorSettings': [
    'mutation { setConnectorSettings(connector: "x", settings: {}) { ... on Refusal { code } } }',
    'admin',
  ],
  'Query.cleanseRules': ['{ cleanseRules { id } }', 'viewer'],
  'Query.rulePacks': ['{ rulePacks { id } }', 'viewer'],
  'Mutation.decideSuggestion': [
    `mutation { decideSuggestion(input: { runId: "${ID}", row: 1, no: 1, field: address, accepted: true }) {
      ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.createUpload': [
    'mutation { createUpload(input: { filename: "a.csv", bytes: 1 }) { id } }',
    'operator',
  ],
  'Mutation.createDataset': [
    `mutation { createDataset(input: { uploadId: "${ID}", name: "a" }) { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.startRun': [
    `mutation { startRun(input: { kind: VERIFY, datasetId: "${ID}", connector: "x", purpose: "y", idempotencyKey: "z" }) {
      ... on Refusal { code } } }`,
    'operator',
  ],
  'Query.qualityReport': [`{ qualityReport(runId: "${ID}") { simulated } }`, 'viewer'],
  'Query.reviewTasks': ['{ reviewTasks { totalCount } }', 'operator'],
  'Query.purposePolicies': ['{ purposePolicies { code } }', 'viewer'],
  'Mutation.decideReview': [
    `mutation { decideReview(input: { runId: "${ID}", seq: 1, decision: UNDECIDED, reason: "z" }) { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.unmaskRow': [
    `mutation { unmaskRow(input: { runId: "${ID}", seq: 1, purpose: "y", reason: "z" }) { ... on Refusal { code } } }`,
    'operator',
  ],
  'Mutation.retryRun': [`mutation { retryRun(id: "${ID}") { ... on Refusal { code } } }`, 'operator'],
  'Mutation.cancelRun': [
    `mutation { cancelRun(id: "${ID}") { ... on Refusal { code message } } }`,
    'operator',
  ],
};
