/** The job cannot be done as asked; the message is one sentence for the person who asked. Ends the program with status 2. */
export class UsageError extends Error {}
