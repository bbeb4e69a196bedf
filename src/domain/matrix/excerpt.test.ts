/** An excerpt shows the word that was sought, accents or not. */
import { excerptAround } from './excerpt';

describe('excerptAround', () => {
  const long = `${'đầu '.repeat(60)}IOC mới ở giai đoạn thử nghiệm ${'cuối '.repeat(60)}`;

  it('finds a word without its accents', () => {
    const excerpt = excerptAround(long, 'thu nghiem');
    expect(excerpt).toContain('thử nghiệm');
    expect(excerpt.startsWith('… ')).toBe(true);
    expect(excerpt.endsWith(' …')).toBe(true);
    expect(excerpt.length).toBeLessThan(180);
  });

  it('begins at the beginning when nothing is found', () => {
    expect(excerptAround('ngắn', 'khác')).toBe('ngắn');
  });
});
