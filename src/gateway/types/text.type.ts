/** Words that the hub says in both languages. */
import { Field, ObjectType } from 'type-graphql';
import { READ_PLAINLY, says } from '../describe';

@ObjectType('LText', says('Văn bản bằng cả hai ngôn ngữ', 'A text in both languages', READ_PLAINLY))
export class LText {
  @Field(() => String, says('Tiếng Việt', 'Vietnamese'))
  vi: string;

  @Field(() => String, says('Tiếng Anh', 'English'))
  en: string;
}
