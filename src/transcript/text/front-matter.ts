/** The front matter of a Markdown file: YAML between two lines of `---` at its very beginning. */
export interface FrontMatter {
  /** How many lines it takes, its marks included; 0 where there is none. */
  lines: number;
  /** BCP 47 tag, where it has a field for one. */
  language: string | null;
}

/** More lines than this are not looked at. */
const most = 1000;

export function frontMatterOf(lines: string[]): FrontMatter {
  const none = { lines: 0, language: null };
  if (lines[0]?.trimEnd() !== '---') return none;
  const end = lines.slice(1, most).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  const fields = lines.slice(1, end + 1);
  if (!fields.some((line) => /^[\w-]{1,60}\s?:/.test(line))) return none;
  return { lines: end + 2, language: languageIn(fields) };
}

function languageIn(fields: string[]): string | null {
  for (const field of fields) {
    const found = /^lang(?:uage)?\s?:\s{0,9}["']?([a-z]{2,3}(?:-[a-z\d]{1,8}){0,5})["']?\s*$/i.exec(
      field,
    );
    if (found) return found[1]!;
  }
  return null;
}
