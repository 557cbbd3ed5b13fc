/** Figures for people and for other programs. */
@NullMarked
package vn.binhquyen.statistics.web;

import org.jspecify.annotations.NullMarked;
