/** Raised when the same sound and words would be given other times; what was aligned before is then done anew. */
export const alignerVersion = 1;
