/** The text of `--help`. */
export const help = `Clausewise checks model cards, AI impact assessments, security risk files and statements of
applicability, and ties every field to the clause of ISO/IEC 42001:2023 or ISO/IEC 27001:2022 it serves.

  clausewise check [paths…]      check files and folders (the current folder when none is named)
  clausewise inspect FILE        what a file was taken for, and the state of each field
  clausewise clause REFERENCE    a clause in our own words, for example: clause "ISO 42001 A.6.2.4"
  clausewise coverage [paths…]   what the documents show for each clause of the standards, and the gaps
  clausewise report [paths…]     everything in one HTML file to take into a meeting
  clausewise advise [paths…]     which of the two standards this workspace needs, and why
  clausewise soa [paths…]        propose a statement of applicability, or bring the one that is there up to date
  clausewise convert FILE        write a document in another format, our own shape or another tool's; tells what is lost

Options
  --format F                     how to print: text (default) or json; check also sarif, junit, github; coverage also csv,
                                 oscal (component definition); report html (default), json, oscal-poam, oscal-mapping;
                                 soa yaml (default), csv, markdown, html; convert yaml (default), json, markdown, and for
                                 model cards hugging-face, cyclonedx-1.6, cyclonedx-1.7, model-card-toolkit, bridge2ai
  --standard S                   soa: iso42001 or iso27001 (default: that of the statement there is, else iso27001 where in use)
  --write                        soa: write the file itself, what changes is told; advise: put the standards into clausewise.yaml
  --answer QUESTION=yes|no       advise: answer a question yourself, for example people=yes (repeat for more)
  --part N                       convert: which document of a file that holds several
  -o, --out FILE                 write to a file in place of standard output
  --profile P                    starter, standard or audit, in place of the one in clausewise.yaml
  --fail-on LEVEL                check: end with status 1 from this level on: error, warning (default) or information
  --today YYYY-MM-DD             the date for every rule that depends on it (default: today)
  --no-cache                     check: use nothing of an earlier run, and keep nothing for the next
  --stdin-name NAME              the file name that standard input (-) is taken to have
  -h, --help                     this text
  -v, --version                  the version

check reports the files that are named, and knows from the rest of the workspace what they say of each other: all below the
nearest clausewise.yaml, or the repository. What it found out is kept by content in node_modules/.cache, or where the system
keeps such things, and reused while nothing changes that it depends on.

check reads the references to clauses in every other YAML, JSON and Markdown file too, where it names one of the two
standards. In JSON such a file has the kind null, and the summary counts it under texts.

Status: 0 clean, 1 findings at or above the level, 2 the job could not be done, 130 stopped by Ctrl-C.
Paths: .gitignore is respected; - reads standard input. Evidence and gaps are shown; nothing here states conformity.
`;
