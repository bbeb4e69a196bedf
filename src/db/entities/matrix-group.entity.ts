/** A lettered group of the matrix, A to E. */
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MatrixTemplate } from './matrix-template.entity';

@Entity()
export class MatrixGroup {
  @PrimaryColumn('text')
  templateCode: string;

  @PrimaryColumn('text')
  code: string;

  @Column('integer')
  position: number;

  @Column('text')
  titleVi: string;

  @Column('text')
  titleEn: string;

  @ManyToOne(() => MatrixTemplate)
  @JoinColumn({ name: 'template_code' })
  template: Relation<MatrixTemplate>;
}
