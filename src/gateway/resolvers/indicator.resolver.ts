/** Serves the catalogue of indicators, how items stand by them, and takes in files of observations. */
import { IsBoolean, Length } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type IndicatorRow, type StandingRow } from '../../db/queries/list-indicators';
import { type ItemRow } from '../../db/queries/list-matrix-form';
import { BAND_WORDS, countMissing, scoreIndicator } from '../../domain/indicator/indicator-score';
import { OBSERVATION_REFUSAL_WORDS, type ObservationRefusal } from '../../domain/indicator/observation-row';
import { isRefusal } from '../../domain/refusal';
import { importObservations } from '../../services/matrix/import-observations';
import { actorOf, type GatewayContext } from '../context';
import { knownId } from '../cursor';
import { says } from '../describe';
import { listOf } from '../list-size';
import { REJECTION_WORDS } from '../types/dataset.type';
import { Coverage, Indicator, IndicatorScore } from '../types/indicator.type';
import { MatrixItem } from '../types/matrix.type';
import { ImportObservationsResult, ObservationRejection } from '../types/observation-import.type';
import { PRESENT_TEMPLATE } from '../matrix-forms';
import { findStatusRule } from '../status-rules';
import { type Of } from './assessment.resolver';
import { toRefusal } from './refusals';

@ArgsType()
class ImportArgs {
  @Field(() => ID, says('Tệp đã gửi lên (createUpload, rồi PUT)', 'The upload (createUpload, then PUT)'))
  @Length(1, 64)
  uploadId: string;

  @Field(
    () => Boolean,
    says('Chỉ kiểm tra, không ghi gì', 'Only check, write nothing', { defaultValue: false }),
  )
  @IsBoolean()
  dryRun: boolean;
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], says('Danh mục chỉ số', 'The catalogue of indicators', listOf(30)))
  metricCatalog(@Ctx() { loaders }: GatewayContext): Promise<readonly IndicatorRow[]> {
    return loaders.indicators.load(PRESENT_TEMPLATE);
  }

  @Query(
    () => [Coverage],
    says(
      'Mỗi mục của ma trận được chỉ số nào nuôi',
      'Which indicators feed each item of the matrix',
      listOf(19),
    ),
  )
  async matrixCoverage(@Ctx() { hub, loaders }: GatewayContext): Promise<object[]> {
    const [form, indicators] = await Promise.all([
      hub.findForm(PRESENT_TEMPLATE),
      loaders.indicators.load(PRESENT_TEMPLATE),
    ]);
    return (form?.items ?? []).map((item) => ({
      item,
      indicators: indicators.filter((indicator) => indicator.itemPath === item.path),
    }));
  }

  @Mutation(
    () => ImportObservationsResult,
    says(
      'Nhập số liệu chỉ số từ tệp CSV: mỗi dòng được nhận hoặc bị loại, có lý do',
      'Import observations from CSV: each row is taken, or refused with a reason',
    ),
  )
  async importObservations(
    @Args(() => ImportArgs) { uploadId, dryRun }: ImportArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const wanted = { uploadId: knownId(uploadId), dryRun };
    const imported = await importObservations(context.hub.db, actorOf(context), wanted, Date.now());
    return isRefusal(imported) ? toRefusal(imported, context) : { ...imported, dryRun };
  }

  @FieldResolver()
  statusRule(@Root() { statusRule }: IndicatorRow): object {
    return findStatusRule(statusRule);
  }

  @FieldResolver()
  connector(@Root() { connectorKey: key, connected }: IndicatorRow): object {
    return { key, connected };
  }
}

@Resolver(() => ObservationRejection)
export class ObservationRejectionResolver {
  @FieldResolver()
  reason(@Root() { code }: { code: string }): object {
    if (Object.hasOwn(OBSERVATION_REFUSAL_WORDS, code))
      return OBSERVATION_REFUSAL_WORDS[code as ObservationRefusal];
    const [vi, en] = REJECTION_WORDS[code as keyof typeof REJECTION_WORDS];
    return { vi, en };
  }
}

@Resolver(() => MatrixItem)
export class ItemIndicatorsResolver {
  @FieldResolver(
    () => [IndicatorScore],
    says(
      'Các chỉ số của mục ở địa phương và kỳ này',
      'The indicators of the item, for this locality and period',
      listOf(2),
    ),
  )
  async indicators(@Root() item: Of<ItemRow>, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    const [standings, indicators] = await Promise.all([
      loaders.standings.load(item.assessmentId),
      loaders.indicators.load(item.form.code),
    ]);
    return standings
      .filter((standing) => standing.itemPath === item.path)
      .flatMap((standing) => {
        const indicator = indicators.find((one) => one.code === standing.indicatorCode);
        return indicator ? [score(indicator, standing)] : [];
      });
  }
}

function score(indicator: IndicatorRow, { observation, mean, rank, rankOf }: StandingRow): object {
  const band = observation && scoreIndicator(indicator, observation.value, mean);
  return {
    indicator,
    observation,
    mean,
    rank,
    rankOf,
    band,
    words: band && BAND_WORDS[band],
    missing: observation && countMissing(indicator, observation.numerator, observation.denominator),
  };
}
