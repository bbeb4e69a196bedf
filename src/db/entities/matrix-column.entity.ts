/** A judging column of the matrix: who benefits, who does not yet and why, who answers for it, the roadmap. */
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MatrixTemplate } from './matrix-template.entity';

@Entity()
export class MatrixColumn {
  @PrimaryColumn('text')
  templateCode: string;

  @PrimaryColumn('text')
  code: string;

  @Column('integer')
  position: number;

  @Column('text')
  bandVi: string;

  @Column('text')
  bandEn: string;

  @Column('text')
  titleVi: string;

  @Column('text')
  titleEn: string;

  /** The scoring question that the header prints in brackets. */
  @Column('text')
  question: string;

  @Column('text', { array: true })
  criteria: string[];

  /** The header as printed, where it is plainly a misprint. */
  @Column('text', { nullable: true })
  printed: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @ManyToOne(() => MatrixTemplate)
  @JoinColumn({ name: 'template_code' })
  template: Relation<MatrixTemplate>;
}
