/** Keeps what surrounds a draft under review: the file and its text, answers to doubts, who is looking, what was taken out. */
@NullMarked
package vn.binhquyen.intake.review;

import org.jspecify.annotations.NullMarked;
