/** What every thing with an identity has in common. */
import { Field, ID, InterfaceType } from 'type-graphql';
import { says } from '../describe';

@InterfaceType('Node', says('Đối tượng có mã nhận diện', 'A thing with an identity'))
export abstract class Node {
  @Field(
    () => ID,
    says('Mã nhận diện; không nên suy diễn từ nội dung của mã', 'Identity; its text means nothing'),
  )
  id: string;
}
