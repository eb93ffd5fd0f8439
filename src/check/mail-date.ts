const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
];
const zone = String.raw`[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T`;
const pattern = new RegExp(
  String.raw`^(?:([A-Z][a-z]{2}),\s+)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+(?:${zone})$`,
);

/** Whether a date is written as RFC 2822, 3.3 asks: one there is, with the right day of the week. */
export function isMailDate(text: string): boolean {
  const found = pattern.exec(text);
  if (found === null) return false;
  const [, weekday, day, monthName, year, hours, minutes, seconds = '0'] = found;
  const month = months.indexOf(monthName!);
  const date = new Date(Date.UTC(Number(year), month, Number(day)));
  if (month === -1 || date.getUTCDate() !== Number(day)) return false;
  if (weekday !== undefined && days[date.getUTCDay()] !== weekday) return false;
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) <= 60;
}
