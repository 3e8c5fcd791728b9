import { tableName } from './sql-text.js';

describe('tableName', () => {
  it.each([
    ['customers', '"customers"'],
    ['crm.customers', '"crm"."customers"'],
    ['"Customers"', '"Customers"'],
    ['crm."Customers 2026"', '"crm"."Customers 2026"'],
    ['"my.schema"."a ""b"""', '"my.schema"."a ""b"""'],
  ])('takes %s as SQL does', (table, sql) => {
    expect(tableName(table)).toBe(sql);
  });

  it.each([
    ['a"b', '"a""b"'],
    ['"open', '"""open"'],
    ['"a"b', '"""a""b"'],
    ['a..b', '"a".""."b"'],
  ])('keeps all of %s, which is no name of SQL, for the database to say what it has not', (table, sql) => {
    expect(tableName(table)).toBe(sql);
  });
});
