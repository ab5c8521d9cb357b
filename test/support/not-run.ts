/** Names the file in which tests note what they have not the means for, one line each. */
export const NOT_RUN = "APSDIRECT_NOT_RUN";
