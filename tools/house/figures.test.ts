import { hasFigure, measuredFigures } from './figures.js';

const stated = (page: string) => measuredFigures(page).map((figure) => figure.stated);

describe('the figures of a page', () => {
  it('are those of sentences that speak of quality or cost, across the ends of lines', () => {
    expect(stated('On Telco the AUC\nis 0.849, the log-loss .411. It has 3.14 more columns.')).toEqual([
      '0.849',
      '.411',
    ]);
  });

  it('may be percentages, or whole numbers with a unit', () => {
    expect(stated('The interval holds in 96.5% of 200.\n\nIt weighs 49 kB and takes 35 s.')).toEqual([
      '96.5%',
      '49',
      '35',
    ]);
  });

  it('are not versions, code, headings or rows of a table', () => {
    expect(stated('Inertia of scikit-learn 1.2.1, `auc 0.9`.\n\n# AUC 0.7\n\n| AUC | 0.8 |\n')).toEqual([]);
  });
});

describe('evidence of a figure', () => {
  it('is a number that rounds to it', () => {
    expect(hasFigure('| ours | 0.8488 |', '0.849')).toBe(true);
    expect(hasFigure('| ours | 0.8488 |', '0.85')).toBe(true);
    expect(hasFigure('| ours | 0.8488 |', '0.848')).toBe(false);
    expect(hasFigure('peak 1,352 MB', '1352')).toBe(true);
  });

  it('may be a share where a percentage is stated, not the other way round', () => {
    expect(hasFigure('0.965', '96.5%')).toBe(true);
    expect(hasFigure('96.5', '0.965')).toBe(false);
  });
});
