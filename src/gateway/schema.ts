/** Builds the GraphQL schema from the resolvers, once a process, with its guards in place. */
import 'reflect-metadata';
import { type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { guardRootFields } from './access';
import { says } from './describe';
import { AdministrationResolver, ApiKeyResolver } from './resolvers/administration.resolver';
import { AggregateResolver } from './resolvers/aggregate.resolver';
import { AlertResolver } from './resolvers/alert.resolver';
import { AlertSettingsResolver } from './resolvers/alert-settings.resolver';
import { AssessmentResolver, MatrixGroupResolver } from './resolvers/assessment.resolver';
import { ConformanceReportResolver, ConnectorResolver } from './resolvers/connector.resolver';
import { ConnectorStatusResolver, IocStatusResolver } from './resolvers/connector-status.resolver';
import { AssessmentStepResolver } from './resolvers/assessment-step.resolver';
import { CellEditResolver } from './resolvers/cell-edit.resolver';
import {
  AgencyResolver,
  ColumnCriteriaResolver,
  AssessmentDiffResolver,
  CellWorkResolver,
} from './resolvers/cell-work.resolver';
import {
  AssessmentCommitmentsResolver,
  CommitmentResolver,
  ItemCommitmentsResolver,
} from './resolvers/commitment.resolver';
import {
  ChangeCountResolver,
  ChangeResolver,
  CleanseRuleResolver,
  RulePackResolver,
  RunChangesResolver,
} from './resolvers/change.resolver';
import { DatasetResolver, RejectionResolver } from './resolvers/dataset.resolver';
import { FlatResolver } from './resolvers/flat.resolver';
import {
  IndicatorResolver,
  ItemIndicatorsResolver,
  ObservationRejectionResolver,
} from './resolvers/indicator.resolver';
import { IocFeedResolver, IocNodeResolver, IocStageChangeResolver } from './resolvers/ioc.resolver';
import { LiveResolver } from './resolvers/live.resolver';
import { LinkageResolver, LinkedPairResolver, RunLinkageResolver } from './resolvers/linkage.resolver';
import { LocalityResolver, PeriodResolver } from './resolvers/locality.resolver';
import { MatrixCellResolver, MatrixItemResolver, RunEvidenceResolver } from './resolvers/matrix.resolver';
import { ColumnProfileResolver, DatasetProfileResolver, ProfileResolver } from './resolvers/profile.resolver';
import { ArtifactResolver, RowVerdictResolver, RunDetailResolver } from './resolvers/run-detail.resolver';
import { PurposePolicyResolver, ReviewCandidateResolver, ReviewResolver } from './resolvers/review.resolver';
import {
  QualityDimensionResolver,
  QualityReportResolver,
  QualityRuleResolver,
  QualitySampleResolver,
} from './resolvers/quality.resolver';
import { RunChunksResolver } from './resolvers/chunk.resolver';
import { RunResolver } from './resolvers/run.resolver';
import { ScheduleResolver } from './resolvers/schedule.resolver';
import { MatrixFileResolver } from './resolvers/matrix-file.resolver';
import { MeResolver, ServerInfoResolver } from './resolvers/server.resolver';
import { SimulatorResolver } from './resolvers/simulator.resolver';
import { TextResolver } from './resolvers/text.resolver';
import { PreviewColumnResolver, UploadPreviewResolver, UploadResolver } from './resolvers/upload.resolver';
import { WhatIfResolver } from './resolvers/what-if.resolver';
import './types/matrix-enums.type';
import { takeShortcuts } from './shortcuts';
import { RunEvidence } from './types/evidence.type';
import { MetricEvidence } from './types/indicator.type';
import { RefusedRequest } from './types/refusal.type';
import './types/run-enums.type';
import { validateArguments } from './validate-arguments';

const RESOLVERS: NonEmptyArray<new () => object> = [
  AdministrationResolver,
  AgencyResolver,
  ColumnCriteriaResolver,
  AggregateResolver,
  AlertResolver,
  AlertSettingsResolver,
  ApiKeyResolver,
  ArtifactResolver,
  AssessmentCommitmentsResolver,
  AssessmentDiffResolver,
  AssessmentResolver,
  ChangeCountResolver,
  ChangeResolver,
  CleanseRuleResolver,
  ConformanceReportResolver,
  AssessmentStepResolver,
  CellEditResolver,
  CellWorkResolver,
  CommitmentResolver,
  ConnectorResolver,
  ConnectorStatusResolver,
  IocStatusResolver,
  ColumnProfileResolver,
  DatasetProfileResolver,
  DatasetResolver,
  FlatResolver,
  IndicatorResolver,
  IocFeedResolver,
  IocNodeResolver,
  IocStageChangeResolver,
  ItemCommitmentsResolver,
  ItemIndicatorsResolver,
  ObservationRejectionResolver,
  LinkageResolver,
  LinkedPairResolver,
  LiveResolver,
  LocalityResolver,
  MatrixCellResolver,
  MatrixFileResolver,
  MatrixGroupResolver,
  MatrixItemResolver,
  MeResolver,
  PeriodResolver,
  PreviewColumnResolver,
  ProfileResolver,
  PurposePolicyResolver,
  QualityDimensionResolver,
  QualityReportResolver,
  QualityRuleResolver,
  QualitySampleResolver,
  ReviewCandidateResolver,
  ReviewResolver,
  RejectionResolver,
  RowVerdictResolver,
  RulePackResolver,
  RunChangesResolver,
  RunChunksResolver,
  RunDetailResolver,
  RunEvidenceResolver,
  RunLinkageResolver,
  RunResolver,
  ScheduleResolver,
  ServerInfoResolver,
  SimulatorResolver,
  TextResolver,
  UploadPreviewResolver,
  UploadResolver,
  WhatIfResolver,
];

let built: GraphQLSchema | null = null;

/** The schema of this process; building it twice would double the parameters of its resolvers. */
export function getSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: [RunEvidence, MetricEvidence, RefusedRequest],
    validateFn: validateArguments,
    // Each subscription brings its own source; type-graphql wants a hub of topics all the same.
    pubSub: { publish: () => {}, subscribe: () => neverEnding() },
  });
  return takeShortcuts(guardRootFields(describeRoots(schema)));
}

function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const roots = [
    [schema.getQueryType(), says('Các truy vấn', 'The queries')],
    [schema.getMutationType(), says('Các thao tác ghi', 'The mutations')],
    [schema.getSubscriptionType(), says('Các luồng theo dõi', 'The subscriptions')],
  ] as const;
  for (const [type, { description }] of roots) if (type) type.description = description;
  return schema;
}

function neverEnding(): AsyncIterable<never> {
  throw new Error('no topic is published here');
}
