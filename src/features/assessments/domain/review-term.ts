import type { Day } from '../../../kernel/clock.js';
import { reviewLastDay, sameDateAfter } from '../../../policy/index.js';

const MOST_MONTHS = 36;

export const defaultReview = reviewLastDay;
export const latestReview = (today: Day): Day => sameDateAfter(today, MOST_MONTHS);

/** A review lies after today and at most 36 months away. */
export const isReviewDay = (day: Day, today: Day): boolean => day > today && day <= latestReview(today);
