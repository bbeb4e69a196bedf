/** Announces uploads: the bytes themselves go to the address that is returned. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { announceUpload } from '../../services/announce-upload';
import { signUpload } from '../../services/hub-secret';
import { actorOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { UPLOAD_TOKEN_HEADER } from '../http/largest-upload';
import { CreateUploadInput, Upload } from '../types/upload.type';

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
}
