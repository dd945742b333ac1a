/** How often a queue hands a message out; what fails the last time as well becomes a dead letter. */
export const MOST_ATTEMPTS = 5;
