/** Opens periods and takes assessments along their way to publication and back. */
import { IsInt, IsOptional, Length, MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Extensions, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Role } from '../../domain/actor';
import { AssessmentStep } from '../../domain/matrix/assessment-state';
import { isRefusal } from '../../domain/refusal';
import { moveAssessment } from '../../services/matrix/move-assessment';
import { openPeriod } from '../../services/matrix/open-period';
import { needsRole } from '../access';
import { actorOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { PRESENT_TEMPLATE } from '../matrix-forms';
import { MoveAssessmentResult, OpenPeriodResult } from '../types/refusal.type';
import { toRefusal } from './refusals';

@ArgsType()
class StepArgs {
  @Field(() => ID, says('Mã bản đánh giá, ví dụ VN.2025-H2', 'Id of the assessment, for example VN.2025-H2'))
  @Length(1, 40)
  id: string;

  @Field(
    () => Int,
    says(
      'Phiên bản đã thấy, để không đè lên bước của người khác',
      'The version seen, so that no step of another is overrun',
      {
        nullable: true,
      },
    ),
  )
  @IsOptional()
  @IsInt()
  version?: number | null;
}

@ArgsType()
class ReturnArgs extends StepArgs {
  @Field(() => String, says('Lý do trả lại', 'Why it is returned'))
  @MaxLength(2_000)
  reason: string;
}

@Resolver()
export class AssessmentStepResolver {
  @Mutation(() => MoveAssessmentResult, says('Trình bản đánh giá', 'Submit an assessment'))
  submitAssessment(
    @Args(() => StepArgs) args: StepArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return step(context, AssessmentStep.SUBMIT, args);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(() => MoveAssessmentResult, says('Chấp nhận bản đã trình', 'Accept what was submitted'))
  acceptAssessment(
    @Args(() => StepArgs) args: StepArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return step(context, AssessmentStep.ACCEPT, args);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => MoveAssessmentResult,
    says(
      'Công bố bản đã chấp nhận; từ đó bản này bị khóa',
      'Publish what was accepted; it is locked from then on',
    ),
  )
  publishAssessment(
    @Args(() => StepArgs) args: StepArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return step(context, AssessmentStep.PUBLISH, args);
  }

  @Extensions(needsRole(Role.STEWARD))
  @Mutation(
    () => MoveAssessmentResult,
    says(
      'Trả về soạn thảo, có lý do; bản đã công bố cần ADMIN',
      'Return it to the draft, with a reason; what is published needs ADMIN',
    ),
  )
  returnAssessment(
    @Args(() => ReturnArgs) args: ReturnArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return step(context, AssessmentStep.RETURN, args, args.reason);
  }

  @Extensions(needsRole(Role.ADMIN))
  @Mutation(
    () => OpenPeriodResult,
    says(
      'Mở một nửa năm để đánh giá: một bản cho cả nước và từng tỉnh',
      'Open a half-year: one assessment for the nation and each province',
    ),
  )
  async openPeriod(
    @Arg('code', () => String, says('Mã kỳ, ví dụ 2026-H1', 'Code of the period, for example 2026-H1'))
    code: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const opened = await openPeriod(context.hub.db, actorOf(context), {
      code,
      templateCode: PRESENT_TEMPLATE,
    });
    return isRefusal(opened) ? toRefusal(opened, context) : context.loaders.period.load(opened.periodCode);
  }
}

async function step(
  context: GatewayContext,
  wanted: AssessmentStep,
  { id, version = null }: StepArgs,
  reason: string | null = null,
): Promise<object | null> {
  const moved = await moveAssessment(context.hub.db, actorOf(context), {
    assessmentId: id,
    step: wanted,
    version,
    reason,
  });
  if (isRefusal(moved)) return toRefusal(moved, context);
  return context.loaders.assessmentById.load(moved.assessmentId);
}
