const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = "(?:\\d{4}|'?\\d{2})";
const between = '[ /.-]{1,2}';

/** Dates as people and programs write them, apart from the forms that are read; a time of day may follow. */
const forms = [
  '(\\d{1,2})([/.-])(\\d{1,2})\\2(?:\\d{4}|\\d{2})',
  '\\d{4}[/.-](\\d{1,2})[/.-](\\d{1,2})',
  '\\d{4}[/-](\\d{1,2})',
  '(\\d{1,2})[/-]\\d{4}',
  `(?:\\d{1,2}${between})?${month}${between}${year}`,
  `${month} \\d{1,2}, \\d{4}`,
  `\\d{4}${between}${month}(?:${between}\\d{1,2})?`,
].map((form) => RegExp(`^${form}(?:(?:T|,? )\\d{1,2}:\\d{2}.*)?$`, 'i'));

const days = 31;
const months = 12;

/** Whether text may well be a date: what stands where a day and a month would is one, in either order. */
export function looksLikeDate(text: string): boolean {
  return forms.some((form) => {
    const match = form.exec(text);
    if (!match) return false;
    const parts = match
      .slice(1)
      .map(Number)
      .filter((part) => !Number.isNaN(part));
    return parts.length === 0 || (parts.every(isDay) && parts.some((part) => part <= months));
  });
}

const isDay = (part: number) => part >= 1 && part <= days;
