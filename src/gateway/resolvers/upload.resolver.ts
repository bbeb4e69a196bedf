/** Announces uploads: the bytes themselves go to the address that is returned. */
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isRefusal } from '../../domain/refusal';
import { announceUpload } from '../../services/datasets/announce-upload';
import { signUpload } from '../../services/keys/hub-secret';
import { previewUpload, type ColumnPreview, type UploadView } from '../../services/datasets/preview-upload';
import { actorOf, type GatewayContext } from '../context';
import { knownId } from '../cursor';
import { says } from '../describe';
import { UPLOAD_TOKEN_HEADER } from '../http/largest-upload';
import { listOf } from '../list-size';
import { PreviewColumn, UploadPreview } from '../types/reading.type';
import { UploadPreviewResult } from '../types/refusal.type';
import { CreateUploadInput, ReadingInput, Upload } from '../types/upload.type';
import { withoutNulls } from '../without-nulls';
import { toRefusal } from './refusals';

@Resolver(() => Upload)
export class UploadResolver {
  @Mutation(() => Upload, says('Xin chỗ gửi tệp lên', 'Ask for a place to send a file to'))
  async createUpload(
    @Arg('input', () => CreateUploadInput, says('Tệp sắp gửi', 'The file to come')) input: CreateUploadInput,
    @Ctx() context: GatewayContext,
  ): Promise<Upload> {
    const { id, expiresAt } = await announceUpload(context.hub.db, actorOf(context), input);
    const token = signUpload(context.hub.secret, id, expiresAt);
    const headers = [{ name: UPLOAD_TOKEN_HEADER, value: token }];
    return { id, expiresAt, headers, method: 'PUT', url: `${context.baseUrl}/uploads/${id}` };
  }

  @Query(
    () => UploadPreviewResult,
    says(
      'Xem trước tệp sẽ được hiểu ra sao; chỉ dành cho khóa đã gửi tệp',
      'How an upload would be understood; for the key that sent it only',
    ),
  )
  async uploadPreview(
    @Arg('id', () => ID, says('Mã của tệp đã gửi lên', 'Identity of the upload')) id: string,
    @Arg('reading', () => ReadingInput, says('Cách đọc tệp', 'How to read it', { nullable: true }))
    reading: ReadingInput | null,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const request = { uploadId: knownId(id), ...withoutNulls(reading ?? {}) };
    const view = await previewUpload(context.hub.db, actorOf(context), request);
    return isRefusal(view) ? toRefusal(view, context) : view;
  }
}

@Resolver(() => UploadPreview)
export class UploadPreviewResolver {
  @FieldResolver(listOf(20))
  columns(@Root() { columns }: UploadView): readonly ColumnPreview[] {
    return columns;
  }
}

@Resolver(() => PreviewColumn)
export class PreviewColumnResolver {
  @FieldResolver(listOf(3))
  samples(@Root() { samples }: ColumnPreview): readonly object[] {
    return samples;
  }

  @FieldResolver(listOf(2))
  signs(@Root() { signs }: ColumnPreview): readonly object[] {
    return signs;
  }
}
