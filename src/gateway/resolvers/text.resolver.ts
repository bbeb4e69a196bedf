/** Says a text in the language of the request. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type GatewayContext } from '../context';
import { says } from '../describe';
import { LText } from '../types/text.type';

@Resolver(() => LText)
export class TextResolver {
  @FieldResolver(
    () => String,
    says('Theo ngôn ngữ của yêu cầu (Accept-Language)', 'In the language of the request (Accept-Language)'),
  )
  text(@Root() words: LText, @Ctx() context: GatewayContext): string {
    return words[context.language];
  }
}
