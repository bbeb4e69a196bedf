/** Shows and changes the scenario of the sandbox's simulator. */
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isRefusal } from '../../domain/refusal';
import { loadScenario } from '../../services/sources/load-scenario';
import { findScenario, type ScenarioState } from '../../services/sources/simulator-control';
import { actorOf, type GatewayContext } from '../context';
import { says } from '../describe';
import { ClientError } from '../errors';
import { listOf } from '../list-size';
import { LoadScenarioResult } from '../types/refusal.type';
import { Scenario, Simulator } from '../types/simulator.type';
import { toRefusal } from './refusals';

const LONGEST_NAME = 60;

@ArgsType()
class ScenarioArgs {
  @Field(() => ID, says('Tên kịch bản', 'Name of the scenario'))
  @MaxLength(LONGEST_NAME)
  name: string;
}

@Resolver(() => Simulator)
export class SimulatorResolver {
  @Query(() => Simulator, {
    ...says(
      'Phía mô phỏng; trống ngoài môi trường thử, hoặc khi nó không trả lời',
      'The simulated side; null outside of a sandbox, or when it does not answer',
    ),
    nullable: true,
  })
  simulator(@Ctx() { hub }: GatewayContext): Promise<ScenarioState | null> | null {
    return hub.config.mode === 'sandbox' ? findScenario(hub.config.simulatorUrl) : null;
  }

  @Mutation(
    () => LoadScenarioResult,
    says(
      'Nạp một kịch bản vào phía mô phỏng; chỉ trong môi trường thử, có ghi nhật ký',
      'Load a scenario into the simulated side; in a sandbox only, recorded',
    ),
  )
  async loadScenario(
    @Args(() => ScenarioArgs) { name }: ScenarioArgs,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const { hub } = context;
    if (hub.config.mode !== 'sandbox') throw new ClientError('FORBIDDEN');
    const loaded = await loadScenario(hub.db, hub.config.simulatorUrl, actorOf(context), name);
    return isRefusal(loaded) ? toRefusal(loaded, context) : loaded;
  }

  @FieldResolver()
  scenario(@Root() { name }: ScenarioState): string {
    return name;
  }

  @FieldResolver(() => [Scenario], listOf(12))
  scenarios(@Root() { name, available, descriptions }: ScenarioState): Scenario[] {
    return available.map((one) => ({
      name: one,
      description: descriptions[one] ?? '',
      active: one === name,
    }));
  }
}
