/** Takes what people do to a cell: prose, declared status, tags, owner, follow-up and comments. */
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, Length, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import { findMatrixCell, type CellRow } from '../../db/queries/list-matrix-cells';
import { readCellKey, type CellKey } from '../../domain/matrix/cell-key';
import { CellStatus } from '../../domain/matrix/matrix-status';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { commentCell } from '../../services/matrix/comment-cell';
import { editCell, type CellChange } from '../../services/matrix/edit-cell';
import { actorOf, scopeOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { EditCellResult } from '../types/refusal.type';
import { toRefusal } from './refusals';

const LONGEST_TEXT = 20_000;
const LONGEST_REASON = 2_000;
const open = { nullable: true } as const;

@ArgsType()
class CellArgs {
  @Field(() => ID, says('Mã ô', 'Id of the cell'))
  @Length(1, 120)
  id: string;
}

@ArgsType()
class EditArgs extends CellArgs {
  @Field(() => Int, says('Phiên bản của ô đã thấy', 'The version of the cell that was seen'))
  @IsInt()
  version: number;
}

@ArgsType()
class TextArgs extends EditArgs {
  @Field(
    () => String,
    says(
      'Nội dung mới; "-" là gạch ngang của biểu mẫu, trống là không có gì',
      'The new prose; "-" is the dash of the form, null or blank is nothing',
      open,
    ),
  )
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  text?: string | null;

  @Field(() => String, says('Lý do sửa', 'Why it is changed', open))
  @IsOptional()
  @MaxLength(LONGEST_REASON)
  reason?: string | null;
}

@ArgsType()
class StatusArgs extends EditArgs {
  @Field(
    () => CellStatus,
    says(
      'Trạng thái khai báo; trống để rút lại khai báo, khi đó quy tắc lại được áp dụng',
      'The declared status; null takes the declaration back, and rules speak again',
      open,
    ),
  )
  @IsOptional()
  @IsIn(Object.values(CellStatus))
  status?: CellStatus | null;

  @Field(() => String, says('Lý do, bắt buộc', 'Why; required'))
  @MaxLength(LONGEST_REASON)
  reason: string;
}

@ArgsType()
class TagArgs extends EditArgs {
  @Field(
    () => [String],
    says('Mã các tiêu chí, thuộc criteria của cột', 'Codes of criteria, out of those of the column'),
  )
  @ArrayMaxSize(20)
  @MaxLength(40, { each: true })
  tags: string[];
}

@ArgsType()
class OwnerArgs extends EditArgs {
  @Field(
    () => ID,
    says(
      'Mã đơn vị chịu trách nhiệm; trống để bỏ',
      'Code of the agency that answers for it; null for none',
      open,
    ),
  )
  @IsOptional()
  @MaxLength(40)
  owner?: string | null;
}

@ArgsType()
class FollowUpArgs extends CellArgs {
  @Field(() => Boolean, says('Đánh dấu hay bỏ đánh dấu', 'Whether it is marked'))
  @IsBoolean()
  followUp: boolean;
}

@ArgsType()
class CommentArgs extends CellArgs {
  @Field(() => String, says('Ý kiến; không ghi dữ liệu cá nhân', 'The comment; no personal data'))
  @Length(1, LONGEST_REASON)
  text: string;
}

@Resolver()
export class CellEditResolver {
  @Mutation(() => EditCellResult, says('Sửa nội dung của ô', "Change a cell's prose"))
  updateCellText(
    @Args(() => TextArgs) args: TextArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { text = null, reason = null } = args;
    return edit(context, args, { change: 'TEXT', text, reason });
  }

  @Mutation(
    () => EditCellResult,
    says('Khai báo trạng thái của ô, có lý do', "Declare a cell's status, with a reason"),
  )
  setCellStatus(
    @Args(() => StatusArgs) args: StatusArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { status, reason } = args;
    return edit(
      context,
      args,
      status ? { change: 'STATUS', status, reason } : { change: 'STATUS_WITHDRAWN', reason },
    );
  }

  @Mutation(() => EditCellResult, says('Gắn tiêu chí cho ô', 'Tag a cell with criteria of its column'))
  setCellTags(@Args(() => TagArgs) args: TagArgs, @Ctx() context: GatewayContext): Promise<object | null> {
    return edit(context, args, { change: 'TAGS', tags: args.tags });
  }

  @Mutation(() => EditCellResult, says('Giao ô cho một đơn vị', 'Give a cell to an agency'))
  setCellOwner(
    @Args(() => OwnerArgs) args: OwnerArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return edit(context, args, { change: 'OWNER', ownerCode: args.owner ?? null });
  }

  @Mutation(() => EditCellResult, says('Đánh dấu ô để theo dõi', 'Mark a cell for follow-up'))
  toggleFollowUp(
    @Args(() => FollowUpArgs) args: FollowUpArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    return edit(context, { ...args, version: null }, { change: 'FOLLOW_UP', followUp: args.followUp });
  }

  @Mutation(() => EditCellResult, says('Góp ý cho ô', 'Comment on a cell'))
  async commentCell(
    @Args(() => CommentArgs) { id, text }: CommentArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const key = readCellKey(id);
    return answer(
      context,
      key ? await commentCell(context.hub.db, actorOf(context), key, text) : NO_SUCH_CELL,
    );
  }
}

const NO_SUCH_CELL = refuse('CELL_NOT_FOUND');

async function edit(
  context: GatewayContext,
  { id, version }: { readonly id: string; readonly version: number | null },
  change: CellChange,
): Promise<object | null> {
  const key = readCellKey(id);
  return answer(
    context,
    key ? await editCell(context.hub.db, actorOf(context), key, version, change) : NO_SUCH_CELL,
  );
}

function answer(
  context: GatewayContext,
  edited: { readonly cell: CellKey } | Refusal,
): object | Promise<CellRow | null> {
  if (isRefusal(edited)) return toRefusal(edited, context);
  return findMatrixCell(context.hub.db, scopeOf(context.holder), edited.cell);
}
