/** A row of the matrix, numbered as the document numbers it; blank template rows are kept. */
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MatrixGroup } from './matrix-group.entity';

@Entity()
export class MatrixItem {
  @PrimaryColumn('text')
  templateCode: string;

  /** `B.1.1`: the group's letter and the printed numbers. */
  @PrimaryColumn('text')
  path: string;

  @Column('text')
  groupCode: string;

  /** Document order over the whole matrix, from 1. */
  @Column('integer')
  position: number;

  @Column('text')
  printedNo: string;

  @Column('text')
  titleVi: string;

  @Column('text')
  titleEn: string;

  @Column('boolean')
  blank: boolean;

  @Column('text', { nullable: true })
  parentPath: string | null;

  @ManyToOne(() => MatrixGroup)
  @JoinColumn([
    { name: 'template_code', referencedColumnName: 'templateCode' },
    { name: 'group_code', referencedColumnName: 'code' },
  ])
  group: Relation<MatrixGroup>;
}
