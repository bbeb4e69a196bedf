/** The simulated side of the sandbox: which scenario is on, and which can be loaded. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { says } from '../describe';

@ObjectType('Scenario', says('Một kịch bản mô phỏng', 'A scenario of the simulator'))
export class Scenario {
  @Field(() => ID, says('Tên', 'Its name'))
  name: string;

  @Field(() => String, says('Mô tả, bằng tiếng Anh', 'What it does, in English'))
  description: string;

  @Field(() => Boolean, says('Đang chạy', 'Whether it is on'))
  active: boolean;
}

@ObjectType('Simulator', says('Phía quốc gia mô phỏng của môi trường thử', 'The simulated side of a sandbox'))
export class Simulator {
  @Field(() => ID, says('Kịch bản đang chạy', 'The scenario that is on'))
  scenario: string;

  @Field(() => Int, says('Số yêu cầu từ khi nạp kịch bản', 'Requests since it was loaded'))
  requests: number;

  @Field(() => [Scenario], says('Các kịch bản có sẵn', 'The scenarios there are'))
  scenarios: Scenario[];
}
