/** Relay connections: one page of a list, how to get the next, and how many there are in all. */
import { Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { READ_PLAINLY, says } from '../describe';
import { ONE_EACH } from '../list-size';

export const LARGEST_PAGE = 200;

@ArgsType()
export class PageArgs {
  @Field(
    () => Int,
    says('Số phần tử của trang, tối đa 200', 'How many to return, at most 200', { defaultValue: 50 }),
  )
  @Min(0)
  @Max(LARGEST_PAGE)
  first: number;

  @Field(
    () => String,
    says('Con trỏ của phần tử cuối trang trước', 'The cursor of the last one already seen', {
      nullable: true,
    }),
  )
  @MaxLength(300)
  after?: string | null;
}

@ObjectType(
  'PageInfo',
  says('Vị trí của trang trong danh sách', 'Where the page stands in the list', READ_PLAINLY),
)
export class PageInfo {
  @Field(() => Boolean, says('Còn trang sau', 'There is a next page'))
  hasNextPage: boolean;

  @Field(() => Boolean, says('Có trang trước', 'There is a page before'))
  hasPreviousPage: boolean;

  @Field(() => String, says('Con trỏ của phần tử đầu', 'Cursor of the first one', { nullable: true }))
  startCursor: string | null;

  @Field(() => String, says('Con trỏ của phần tử cuối', 'Cursor of the last one', { nullable: true }))
  endCursor: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  /** Counted only when somebody asks: the count may cost more than the page. */
  readonly totalCount: () => Promise<number> | number;
}

/** Makes the connection type of a node type. Its values are plain objects; see `toConnection`. */
export function connectionOf(
  name: string,
  node: () => ClassType | object,
  vi: string,
  en: string,
): ClassType<Connection<object>> {
  @ObjectType(`${name}Edge`, says(`Một phần tử: ${vi}`, `One element: ${en}`, READ_PLAINLY))
  class EdgeType {
    @Field(() => String, says('Con trỏ', 'Cursor'))
    cursor: string;

    @Field(() => node() as ClassType, says('Phần tử', 'The element'))
    node: object;
  }

  @ObjectType(`${name}Connection`, says(`Một trang: ${vi}`, `One page: ${en}`, READ_PLAINLY))
  class ConnectionType {
    @Field(() => [EdgeType], says('Các phần tử kèm con trỏ', 'The elements with their cursors', ONE_EACH))
    edges: EdgeType[];

    @Field(() => [node() as ClassType], says('Các phần tử', 'The elements', ONE_EACH))
    nodes: object[];

    @Field(() => PageInfo, says('Vị trí của trang', 'Where the page stands'))
    pageInfo: PageInfo;

    @Field(
      () => Int,
      says('Tổng số phần tử, không chỉ của trang này', 'How many there are in all, not in this page only'),
    )
    totalCount: number;
  }
  return ConnectionType as unknown as ClassType<Connection<object>>;
}

/** Cuts a page out of rows of which one more than `first` was fetched. */
export function toConnection<Node>(
  rows: readonly Node[],
  page: {
    readonly first: number;
    readonly after?: string | null | undefined;
    readonly cursorOf: (node: Node) => string;
    readonly countAll: () => Promise<number> | number;
  },
): Connection<Node> {
  const nodes = rows.slice(0, page.first);
  const edges = nodes.map((node) => ({ node, cursor: page.cursorOf(node) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.countAll,
  };
}
