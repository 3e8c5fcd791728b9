import { WriteError } from './write-error.js';

describe('WriteError', () => {
  it('tells what the system said by its code, whoever tells it', () => {
    const said = (cause: Error) => new WriteError('x.parquet', cause).message;
    const duckDb = (words: string) =>
      said(new Error(`IO Error: Could not write file ".x.parquet.7.tmp": ${words}\nand more`));
    expect(said(Object.assign(new Error('nothing'), { code: 'EROFS' }))).toBe(
      'cannot write x.parquet: EROFS',
    );
    expect(duckDb('No space left on device')).toBe('cannot write x.parquet: ENOSPC');
    expect(duckDb('Permission denied')).toBe('cannot write x.parquet: EACCES');
    expect(duckDb('Of no name')).toBe(
      'cannot write x.parquet: IO Error: Could not write file ".x.parquet.7.tmp": Of no name',
    );
  });
});
