/** Serves the quality report of a dataset or of a run. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  findQualityReport,
  type DatasetReport,
  type QualitySample,
} from '../../db/queries/get-quality-report';
import { type DimensionReport, type RuleResult } from '../../domain/quality/quality-report';
import { DIMENSION_LABELS, wordRule } from '../../domain/quality/quality-words';
import { scopeOf, type GatewayContext } from '../context';
import { knownId } from '../cursor';
import { says } from '../describe';
import { ClientError } from '../errors';
import { listOf } from '../list-size';
import {
  QualityDimensionReport,
  QualityReportType,
  QualityRule,
  QualitySampleType,
} from '../types/quality.type';

@Resolver(() => QualityReportType)
export class QualityReportResolver {
  @Query(() => QualityReportType, {
    ...says(
      'Báo cáo chất lượng của một bộ dữ liệu, hoặc của một lượt chạy; nêu đúng một trong hai; trống nếu không có',
      'The quality report of a dataset or of a run; give exactly one of the two; null when there is none',
      { nullable: true },
    ),
  })
  async qualityReport(
    @Arg('datasetId', () => ID, says('Bộ dữ liệu', 'The dataset', { nullable: true }))
    datasetId: string | null,
    @Arg('runId', () => ID, says('Lượt chạy', 'The run', { nullable: true })) runId: string | null,
    @Ctx() { hub, holder }: GatewayContext,
  ): Promise<DatasetReport | null> {
    if ((datasetId == null) === (runId == null)) throw new ClientError('BAD_USER_INPUT', ONE_OF_TWO);
    const wanted = runId == null ? { datasetId: knownId(datasetId ?? '') } : { runId: knownId(runId) };
    return findQualityReport(hub.db, scopeOf(holder), wanted);
  }

  @FieldResolver()
  dataset(@Root() { datasetId }: DatasetReport, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return loaders.dataset.load(datasetId);
  }

  @FieldResolver(listOf(3))
  async runs(@Root() { runIds }: DatasetReport, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    const runs = await Promise.all(runIds.map((id) => loaders.run.load(id)));
    return runs.filter((run) => run !== null);
  }

  @FieldResolver(listOf(6))
  dimensions(@Root() { dimensions }: DatasetReport): readonly DimensionReport[] {
    return dimensions;
  }

  @FieldResolver(listOf(60))
  rules(@Root() { rules }: DatasetReport): readonly RuleResult[] {
    return rules;
  }

  @FieldResolver(listOf(9))
  verdicts(@Root() { verdicts }: DatasetReport): readonly object[] {
    return verdicts;
  }

  @FieldResolver(listOf(30))
  samples(@Root() { samples }: DatasetReport): readonly QualitySample[] {
    return samples;
  }

  @FieldResolver(listOf(7))
  trend(@Root() { trend }: DatasetReport): readonly object[] {
    return trend;
  }

  @FieldResolver()
  jsonUrl(@Root() report: DatasetReport, @Ctx() { baseUrl }: GatewayContext): string {
    return `${baseUrl}/reports/${report.subjectId}.json`;
  }

  @FieldResolver()
  xlsxUrl(@Root() report: DatasetReport, @Ctx() { baseUrl }: GatewayContext): string {
    return `${baseUrl}/reports/${report.subjectId}.xlsx`;
  }
}

@Resolver(() => QualityDimensionReport)
export class QualityDimensionResolver {
  @FieldResolver()
  title(@Root() { dimension }: DimensionReport): object {
    return DIMENSION_LABELS[dimension];
  }

  @FieldResolver(listOf(7))
  measures(@Root() { measures }: DimensionReport): readonly object[] {
    return measures;
  }
}

@Resolver(() => QualityRule)
export class QualityRuleResolver {
  @FieldResolver()
  title(@Root() result: RuleResult): object {
    return wordRule(result);
  }
}

@Resolver(() => QualitySampleType)
export class QualitySampleResolver {
  @FieldResolver(listOf(7))
  values(@Root() { values }: QualitySample): readonly object[] {
    return values;
  }
}

const ONE_OF_TWO = {
  vi: 'Cần nêu đúng một trong hai: datasetId hoặc runId.',
  en: 'Give exactly one of datasetId and runId.',
};
